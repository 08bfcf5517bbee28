import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { LukouError } from '../../base/index.ts';
import { findPrivateFile, writePrivateFile } from './private-file.ts';

const holderSchema = z.strictObject({
  pid: z.int(),
  /** Where the holder's database server listens; null while it starts, or where it has none of its own. */
  socketFolder: z.string().nullable(),
  external: z.boolean(),
});

/** Who uses a data folder. */
export type FolderHolder = z.infer<typeof holderSchema>;

/** The lock on a data folder. */
export interface FolderLock {
  /** Tells other processes how to reach the database. */
  publish(holder: Omit<FolderHolder, 'pid'>): void;
  release(): void;
}

/**
 * Takes the data folder, or returns null where another process has it.
 *
 * Node has no file lock of its own. SQLite's is the operating system's: it ends with its process however that dies,
 * so there is no stale lock to judge and no reused pid to be fooled by.
 */
export function tryLockFolder(dataFolder: string): FolderLock | null {
  const file = new DatabaseSync(join(dataFolder, 'lock'), { timeout: 0 });
  try {
    file.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    file.close();
    if (/locked|busy/i.test(String(error))) return null;
    throw error;
  }
  const card = join(dataFolder, 'running.json');
  const publish = (holder: Omit<FolderHolder, 'pid'>): void =>
    writePrivateFile(card, JSON.stringify({ pid: process.pid, ...holder }));
  publish({ socketFolder: null, external: false });
  return {
    publish,
    release() {
      rmSync(card, { force: true });
      file.close();
    },
  };
}

/** Who holds the folder, as its holder wrote it; null in the instant before that. */
export function findHolder(dataFolder: string): FolderHolder | null {
  const card = findPrivateFile(join(dataFolder, 'running.json'));
  return card === null ? null : holderSchema.parse(JSON.parse(card));
}

/** The refusal for a folder that another process holds. */
export function folderInUse(dataFolder: string, advice = ''): LukouError {
  const holder = findHolder(dataFolder);
  const who = holder === null ? 'a process that is just starting' : `process ${holder.pid}`;
  return new LukouError('DATA_FOLDER_IN_USE', `The folder is ${dataFolder}, in use by ${who}.${advice}`);
}
