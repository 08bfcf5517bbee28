import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { digestSources, isBuiltFrom } from '../../../console/build/digest-sources.ts';

const ROOT = join(import.meta.dirname, '../../../console');

/** A folder with the console as its sources are now: the one that `npm run build:console` left, or else one built for it. */
export async function builtConsole(): Promise<string> {
  const built = join(ROOT, 'dist');
  if (await isBuiltFrom(ROOT, built)) return built;
  const own = join(tmpdir(), `lukou-console-${(await digestSources(ROOT)).slice(0, 16)}`);
  if (await isBuiltFrom(ROOT, own)) return own;
  const making = await mkdtemp(join(tmpdir(), 'lukou-console-'));
  // In a process of its own: the bundler does not run inside jest.
  await promisify(execFile)(process.execPath, [join(ROOT, 'build.mjs'), '--out', making]);
  if (!existsSync(own)) await rename(making, own);
  await rm(making, { recursive: true, force: true });
  return own;
}
