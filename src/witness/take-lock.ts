import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/** Waits for a lock, and gives what lets it go. SQLite's is the operating system's: it ends with its process however that dies. */
export async function takeLock(path: string): Promise<() => void> {
  for (;;) {
    const file = new DatabaseSync(path, { timeout: 0 });
    try {
      file.exec('pragma journal_mode = memory; begin exclusive');
      return () => file.close();
    } catch (error) {
      file.close();
      if (!/locked|busy/i.test(String(error))) throw error;
      await setTimeout(LOOK_EVERY_MS);
    }
  }
}
