import { randomUUID } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isErrno, LukouError } from '../../base/index.ts';

/**
 * Writes a file that was not there, all of it or nothing: readable by its owner alone, and on disk when this resolves.
 *
 * @throws LukouError EXPORT_IMPOSSIBLE where there is a file of this name.
 */
export async function writeNewFile(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await using file = await open(draft, 'wx', 0o600);
    for await (const piece of pieces) await file.writeFile(piece);
    await file.sync();
    // Not a rename, which would replace a file that has come to be there meanwhile.
    await link(draft, path);
    await using folder = await open(dirname(path), 'r');
    await folder.sync();
  } catch (error) {
    if (isErrno(error, 'EEXIST')) throw alreadyThere(path);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

export function alreadyThere(path: string): LukouError {
  return new LukouError('EXPORT_IMPOSSIBLE', `${path} is there already. Give another path, or move it away.`);
}
