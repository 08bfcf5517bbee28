import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { LukouError } from '../../base/index.ts';
import { codeOf, refuseSource } from './refuse-source.ts';

const CHUNK_BYTES = 65_536;

/** Bytes to take in: a file by its path, or a stream with a name to call it by. */
export type SourceOrder = { readonly path: string } | SourceStream;

interface SourceStream {
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** SHA-256 of its bytes, hexadecimal, where it is known before; other bytes are refused. */
  readonly digest?: string;
}

/** An opened source. Its bytes can be read once. */
export interface Source extends AsyncDisposable {
  /** Name without folders. */
  readonly name: string;
  readonly bytesTotal: number | null;
  /** SHA-256 of a file, known before it is read; null of a stream of which nobody said it. */
  readonly digest: string | null;
  bytesRead(): number;
  chunks(): AsyncIterable<Uint8Array>;
  /** SHA-256 of the bytes read, hexadecimal; refuses a file that changed meanwhile. Once, at the end. */
  digestRead(): string;
}

/** Opens a source. A file is read through once for its digest. */
export async function openSource(order: SourceOrder): Promise<Source> {
  if ('stream' in order) {
    const { name, stream, digest = null } = order;
    return countBytes({
      name,
      bytesTotal: null,
      digest,
      bytes: stream,
      close: () => Promise.resolve(),
    });
  }
  const file = await openFile(order.path);
  try {
    const { size } = await file.stat();
    const digest = createHash('sha256');
    for await (const chunk of readChunks(file, size)) digest.update(chunk);
    return countBytes({
      name: basename(order.path),
      bytesTotal: size,
      digest: digest.digest('hex'),
      bytes: readChunks(file, size),
      close: () => file.close(),
    });
  } catch (error) {
    await file.close();
    throw error;
  }
}

// No stream: one that is left half read would fail when its file is closed. One buffer for all: a chunk is good until
// the next is asked for.
async function* readChunks(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let position = 0;
  while (true) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    // A file that somebody still appends to might never end.
    if (position > size) throw changedMeanwhile();
    yield buffer.subarray(0, bytesRead);
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    const kind = await file.stat();
    if (kind.isFile()) return file;
    await file.close();
  } catch (error) {
    throw refuseSource(
      `It cannot be opened (${codeOf(error) ?? 'unreadable'}); check the path and that you may read it.`,
    );
  }
  throw refuseSource('It is not a file; name one file at a time.');
}

interface Bytes extends Pick<Source, 'name' | 'bytesTotal' | 'digest'> {
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

function countBytes({ name, bytesTotal, digest, bytes, close }: Bytes): Source {
  const digestRead = createHash('sha256');
  let bytesRead = 0;
  return {
    name,
    bytesTotal,
    digest,
    bytesRead: () => bytesRead,
    async *chunks() {
      for await (const chunk of bytes) {
        bytesRead += chunk.length;
        digestRead.update(chunk);
        yield chunk;
      }
    },
    digestRead() {
      const found = digestRead.digest('hex');
      if (digest === null || found === digest) return found;
      throw changedMeanwhile();
    },
    [Symbol.asyncDispose]: close,
  };
}

function changedMeanwhile(): LukouError {
  return refuseSource('It changed while it was read; hand it in when it is complete.');
}
