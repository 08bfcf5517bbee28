import { createPrivateFile } from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';

/**
 * Writes a file that was not there, all of it or nothing: readable by its owner alone, and on disk when this resolves.
 *
 * @throws LukouError EXPORT_IMPOSSIBLE where there is a file of this name.
 */
export async function writeNewFile(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  if (!(await createPrivateFile(path, pieces))) throw alreadyThere(path);
}

export function alreadyThere(path: string): LukouError {
  return new LukouError('EXPORT_IMPOSSIBLE', `${path} is there already. Give another path, or move it away.`);
}
