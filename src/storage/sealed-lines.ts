import { createHmac, timingSafeEqual } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { hmacSha256 } from '../base/index.ts';

const SEAL_BYTES = 64 + 1;
const PIECE_CHARACTERS = 1 << 20;

/**
 * Writes lines that only who has the key can have written: their HMAC-SHA-256 is the last line. A reader sees the old
 * file or the new one; one that a crash cut short does not fit its seal.
 */
export async function writeSealedLines(
  path: string,
  key: Uint8Array,
  lines: AsyncIterable<string>,
): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    const seal = createHmac('sha256', key);
    let piece = '';
    const flush = async (): Promise<void> => {
      seal.update(piece);
      await file.write(piece);
      piece = '';
    };
    for await (const line of lines) {
      piece += `${line}\n`;
      if (piece.length > PIECE_CHARACTERS) await flush();
    }
    await flush();
    await file.write(`${seal.digest('hex')}\n`);
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * The lines of a file that {@link writeSealedLines} wrote with the same key; "absent" where there is none, "not ours" where
 * it cannot be read or its seal does not fit.
 */
export async function readSealedLines(
  path: string,
  key: Uint8Array,
): Promise<readonly Uint8Array[] | 'absent' | 'not ours'> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? ('absent' as const) : ('not ours' as const),
  );
  if (typeof bytes === 'string') return bytes;
  const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_BYTES));
  const seal = Buffer.from(`${hmacSha256(key, body).toString('hex')}\n`);
  const given = bytes.subarray(body.length);
  if (given.length !== SEAL_BYTES || !timingSafeEqual(seal, given)) return 'not ours';
  return splitLines(body);
}

function splitLines(body: Buffer): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let to = body.indexOf(10); to >= 0; to = body.indexOf(10, from)) {
    lines.push(body.subarray(from, to));
    from = to + 1;
  }
  return lines;
}
