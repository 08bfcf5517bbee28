import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Kills the database server of a data folder. Its own processes end by themselves; they are waited for. */
export async function killServer(dataFolder: string): Promise<void> {
  const pid = await readServerPid(dataFolder);
  const children = await listChildren(pid);
  process.kill(pid, 'SIGKILL');
  while ((await Promise.all(children.map(isThere))).includes(true)) await sleep(20);
}

/** Kills one process of the server, so that the server throws out everybody and repeats its journal. */
export async function killSomeBackend(dataFolder: string, which: number): Promise<void> {
  const children = await listChildren(await readServerPid(dataFolder));
  const victim = children[Math.floor(which * children.length)];
  if (victim !== undefined) process.kill(victim, 'SIGKILL');
}

async function readServerPid(dataFolder: string): Promise<number> {
  const note = await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(note.split('\n')[0]);
}

async function listChildren(parent: number): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_, at) => parents[at] === parent);
}

/** Null where the process is gone, or only waits to be collected. */
async function parentOf(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, state, parent] = /\) (\S) (\d+)/.exec(stat) ?? [];
  return parent === undefined || state === 'Z' ? null : Number(parent);
}

const isThere = async (pid: number): Promise<boolean> => (await parentOf(pid)) !== null;
