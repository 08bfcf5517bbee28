import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LukouError } from '../../base/index.ts';
import { runAs, type ServerAccount } from './account.ts';

/** What {@link createDatabaseFolder} needs to know. */
export interface NewDatabase {
  readonly programs: string;
  readonly folder: string;
  readonly account: ServerAccount | null;
  readonly adminPassword: string;
  readonly durable: boolean;
}

/** Runs initdb where there is no database yet. A crash on the way leaves only a draft, which the next start removes. */
export function createDatabaseFolder(wanted: NewDatabase): void {
  const { folder, account, programs } = wanted;
  if (existsSync(folder)) return requireSameMajor(folder, programs);
  const draft = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  for (const leftover of [draft, passwordFile]) rmSync(leftover, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, wanted.adminPassword, { mode: 0o600 });
  if (account !== null) {
    for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  const outcome = spawnSync(
    join(programs, 'bin', 'initdb'),
    initdbArguments(draft, passwordFile, wanted.durable),
    {
      ...runAs(account),
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
      encoding: 'utf8',
    },
  );
  rmSync(passwordFile);
  if (outcome.status !== 0) {
    throw new LukouError(
      'DATABASE_UNSUITABLE',
      `initdb could not make a database in ${draft}: ${outcome.stderr.trim()}`,
    );
  }
  renameSync(draft, folder);
}

function initdbArguments(folder: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=lukou_admin',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // macOS has no C.UTF-8 of its own; everywhere the order of texts is the built-in provider's.
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function requireSameMajor(folder: string, programs: string): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const have = /\d+/.exec(
    spawnSync(join(programs, 'bin', 'postgres'), ['-V'], { encoding: 'utf8' }).stdout,
  )?.[0];
  if (made === have) return;
  throw new LukouError(
    'DATABASE_UNSUITABLE',
    `The database in ${folder} was made by PostgreSQL ${made}, and this Lukou brings ${have}. ` +
      'Move it over with pg_upgrade, or install the Lukou that made it.',
  );
}
