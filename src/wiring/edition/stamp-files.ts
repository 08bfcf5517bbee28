import { statSync, type Stats } from 'node:fs';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../base/index.ts';

// Two writes of one length within one tick of the file system's clock leave the same time and size behind, so a file
// that was written just now is compared by its contents as well.
const RECENT_MS = 2_000;
const AT_A_TIME = 200;

/** A text that changes when one of the files does: written, replaced, removed, or made. */
export async function stampFiles(paths: readonly string[], nowMs: number): Promise<string> {
  const stamps: string[] = [];
  for (let from = 0; from < paths.length; from += AT_A_TIME) {
    const some = paths.slice(from, from + AT_A_TIME);
    stamps.push(...(await Promise.all(some.map(async (path) => `${path} ${await stampFile(path, nowMs)}`))));
  }
  return sha256Hex(stamps.join('\n'));
}

/** Every file of a folder, not of the folders in it. None where the folder cannot be read: reading it will say why. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent);
  return (entries ?? [])
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .toSorted();
}

/** A text that changes when the file or folder does; null while it changed so lately that a further change might not show. */
export function stampSettled(path: string, nowMs: number): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'absent';
  return isSettled(found, nowMs) ? describe(found) : null;
}

async function stampFile(path: string, nowMs: number): Promise<string> {
  const found = await stat(path).catch(absent);
  if (found === null) return 'absent';
  const stamp = describe(found);
  if (isSettled(found, nowMs)) return stamp;
  const content = await readFile(path).catch(absent);
  return `${stamp} ${content === null ? 'absent' : sha256Hex(content)}`;
}

function describe({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

function isSettled({ mtimeMs, ctimeMs }: Stats, nowMs: number): boolean {
  return Math.abs(nowMs - Math.max(mtimeMs, ctimeMs)) > RECENT_MS;
}

function absent(error: unknown): null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code === 'string') return null;
  throw error;
}
