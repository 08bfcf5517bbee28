import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { LukouError } from '../../base/index.ts';

/** Bytes to scan. */
export interface Input {
  /** As it was named; `-` is standard input. */
  readonly name: string;
  /** Null where it is not known before the end. */
  readonly bytesTotal: number | null;
  /** The bytes; text in UTF-16 with a byte order mark comes as UTF-8. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Opens a file, or standard input for `-`.
 *
 * @throws LukouError FILE_UNREADABLE
 */
export async function openInput(name: string): Promise<Input> {
  if (name === '-') return { name, bytesTotal: null, chunks: toUtf8(process.stdin) };
  try {
    const file = await open(name, 'r');
    const kind = await file.stat();
    await file.close();
    if (!kind.isDirectory()) return { name, bytesTotal: kind.size, chunks: toUtf8(readFile(name)) };
  } catch (cause) {
    throw unreadable(name, cause);
  }
  throw new LukouError('FILE_UNREADABLE', `${name} is a folder; name the files in it.`);
}

async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(name, { highWaterMark: 1 << 18 });
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): LukouError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable';
  return new LukouError('FILE_UNREADABLE', `${name} (${code}); check the path and that you may read it.`, {
    cause,
  });
}

async function* toUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderOf(chunk);
    yield decoder === null ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
}

/** Null for UTF-8, whose byte order mark is invisible to the guard. */
function decoderOf(first: Uint8Array): InstanceType<typeof TextDecoder> | null {
  const mark = ((first[0] ?? 0) << 8) | (first[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le');
  return mark === 0xfeff ? new TextDecoder('utf-16be') : null;
}
