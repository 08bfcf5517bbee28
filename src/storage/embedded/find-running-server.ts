import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes into postmaster.pid. */
export interface PostmasterFile {
  readonly pid: number;
  readonly ready: boolean;
}

/** The server's own note in its folder, or null where it has none. */
export function findPostmasterFile(databaseFolder: string): PostmasterFile | null {
  const path = join(databaseFolder, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * The pid of the server that still runs on this folder, or null. A note whose pid now belongs to a stranger (usual in
 * containers, where pids begin anew) is removed, else PostgreSQL would refuse to start beside it.
 */
export function findRunningServer(databaseFolder: string): number | null {
  const note = findPostmasterFile(databaseFolder);
  if (note === null || !(note.pid > 0) || !isAlive(note.pid)) return null;
  if (commandOf(note.pid).includes(databaseFolder)) return note.pid;
  rmSync(join(databaseFolder, 'postmaster.pid'), { force: true });
  return null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  if (existsSync('/proc/self/cmdline')) {
    return existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
  }
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}
