import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../base/index.ts';

// Two writes of one length within one tick of the file system's clock leave the same time and size behind, so a file
// that was written just now is compared by its contents as well.
const RECENT_MS = 2_000;

/** A text that changes when one of the files does: written, replaced, removed, or made. */
export async function stampFiles(paths: readonly string[], nowMs: number): Promise<string> {
  const stamps = await Promise.all(paths.map(async (path) => `${path} ${await stampFile(path, nowMs)}`));
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

async function stampFile(path: string, nowMs: number): Promise<string> {
  const found = await stat(path).catch(absent);
  if (found === null) return 'absent';
  const { mtimeMs, ctimeMs, size, ino } = found;
  const stamp = `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  if (Math.abs(nowMs - Math.max(mtimeMs, ctimeMs)) > RECENT_MS) return stamp;
  const content = await readFile(path).catch(absent);
  return `${stamp} ${content === null ? 'absent' : sha256Hex(content)}`;
}

function absent(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code === 'string') return null;
  throw error;
}
