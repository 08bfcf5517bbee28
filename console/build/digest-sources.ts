import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a folder holds the console as its sources are now. */
export async function isBuiltFrom(root: string, folder: string): Promise<boolean> {
  const built = await readFile(join(folder, 'sources.sha256'), 'utf8').catch(() => null);
  return built !== null && built.trim() === (await digestSources(root));
}

/** SHA-256 over all that a console is built from, so that a built one can be told from a stale one. */
export async function digestSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('dist/') && !path.endsWith('.md'))
    .toSorted();
  for (const path of [...paths, '../package-lock.json', '../examples']) {
    for (const file of await filesOf(join(root, path)))
      hash.update(`${file.slice(root.length)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<readonly string[]> {
  if (!path.endsWith('/examples')) return [path];
  return (await readdir(path)).toSorted().map((name) => join(path, name));
}
