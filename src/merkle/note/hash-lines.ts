import { HASH_BYTES } from '../hash.ts';

/** Hashes of a proof as C2SP writes them: each in base64 on a line. */
export function printHashLines(hashes: readonly Uint8Array[]): string {
  return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
}

/** Reads such lines, without their ends; null where one is not 32 bytes in canonical base64. */
export function readHashLines(lines: readonly string[]): readonly Buffer[] | null {
  const hashes = lines.map((line) => Buffer.from(line, 'base64'));
  return hashes.every((hash, at) => hash.length === HASH_BYTES && hash.toString('base64') === lines[at])
    ? hashes
    : null;
}
