import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DatabaseError, type Client } from 'pg';
import { LukouError, sha256Hex } from '../base/index.ts';
import { installGuard } from './install-guard.ts';
import { installScopeKey } from './install-scope-key.ts';
import { restrictDatabase } from './restrict-database.ts';
import type { ScopeSigner } from './scope-signer.ts';
import { storageFault } from './storage-fault.ts';

/** One numbered file of `sql/`. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
const SQL_FOLDER = fileURLToPath(new URL('../../sql/', import.meta.url));
// Any number will do, so long as every gateway takes the same: the letters of "lukou".
const MIGRATION_LOCK = 0x6c756b6f75;

/** The files of `sql/` in order. Throws where a name is not `NNNN-words.sql` or a number comes twice. */
export function readMigrations(folder: string = SQL_FOLDER): Migration[] {
  const names = readdirSync(folder).toSorted();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = name.slice(0, 4);
    if (!FILE_NAME.test(name) || numbers.has(number)) {
      throw new LukouError(
        'DATABASE_UNSUITABLE',
        `sql/${name}: name it NNNN-words.sql, with a number of its own.`,
      );
    }
    numbers.add(number);
    const text = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n');
    return { name, text, sha256: sha256Hex(text) };
  });
}

/**
 * Brings the database to the state of `migrations`, one transaction a file, then installs what is generated: the
 * secrecy-mark check and the row-scope key. Several gateways may do so at once: they queue. Throws
 * DATABASE_UNSUITABLE where an applied file was changed or a newer Lukou has been here. Returns the names applied now.
 */
export async function migrateDatabase(
  owner: Client,
  signer: ScopeSigner,
  options: { sharedDatabase: boolean; migrations?: readonly Migration[] },
): Promise<string[]> {
  await awaitTurn(owner);
  const applied = await applyMissing(owner, options.migrations ?? readMigrations());
  await restrictDatabase(owner);
  await installGuard(owner);
  await installScopeKey(owner, signer, options.sharedDatabase);
  // After a failure the lock ends with the connection.
  await owner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  return applied;
}

/** Waits until no other gateway migrates this database; the turn lasts until the connection ends, or is given back. */
export async function awaitTurn(owner: Client): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
}

async function applyMissing(owner: Client, migrations: readonly Migration[]): Promise<string[]> {
  await owner.query(
    `create schema if not exists lukou;
     create table if not exists lukou.migration (
       name text primary key, sha256 text not null, applied_at timestamptz(3) not null default now())`,
  );
  const { rows } = await owner.query<{ name: string; sha256: string }>(
    'select name, sha256 from lukou.migration order by name',
  );
  const pending = pendingAfter(migrations, rows);
  for (const migration of pending) await apply(owner, migration);
  return pending.map((migration) => migration.name);
}

function pendingAfter(
  migrations: readonly Migration[],
  applied: readonly { name: string; sha256: string }[],
): readonly Migration[] {
  applied.forEach(({ name, sha256 }, place) => {
    const here = migrations[place];
    if (here?.name === name && here.sha256 === sha256) return;
    const advice =
      here?.name === name
        ? `sql/${name} was changed after it had been applied. Restore the file and write the change as a new one.`
        : `it has sql/${name}, and this Lukou's files differ from there on. Use the Lukou that made it, or a newer one.`;
    throw new LukouError('DATABASE_UNSUITABLE', `Of the database: ${advice}`);
  });
  return migrations.slice(applied.length);
}

async function apply(owner: Client, migration: Migration): Promise<void> {
  try {
    await owner.query('begin');
    await owner.query(migration.text);
    await owner.query('insert into lukou.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await owner.query('commit');
  } catch (error) {
    // A connection that is gone has rolled back by itself.
    await owner.query('rollback').catch(() => undefined);
    throw storageFault(error, `sql/${migration.name}${lineOf(error, migration.text)}`);
  }
}

function lineOf(error: unknown, text: string): string {
  const position = error instanceof DatabaseError ? Number(error.position) : NaN;
  return Number.isNaN(position) ? '' : ` line ${text.slice(0, position).split('\n').length}`;
}
