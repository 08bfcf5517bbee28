import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { LukouError } from '../../base/index.ts';

/**
 * Does `work` as the file's only writer.
 *
 * The lock is SQLite's on an empty file beside it, and so the operating system's: it ends with its process however that
 * dies, and there is no stale lock that two writers could take over at the same time.
 *
 * @throws LukouError REGISTER_REFUSED where another process writes in it.
 */
export function whileLocked<Result>(path: string, work: () => Result): Result {
  const lock = takeLock(path);
  try {
    return work();
  } finally {
    lock.close();
  }
}

function takeLock(path: string): DatabaseSync {
  const lock = `${path}.lock`;
  // Its owner's alone: whoever may open it could lock it.
  closeSync(openSync(lock, 'a', 0o600));
  const file = new DatabaseSync(lock, { timeout: 0 });
  try {
    file.exec('pragma journal_mode = memory; begin exclusive');
    return file;
  } catch (cause) {
    file.close();
    throw new LukouError(
      'REGISTER_REFUSED',
      /locked|busy/i.test(String(cause))
        ? `Another process is writing in ${path}. Wait for it.`
        : `${lock} is no lock of this register. Move it away.`,
      { cause },
    );
  }
}
