import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import {
  asOwner,
  closePools,
  createScopeSigner,
  embeddedLogins,
  openPools,
  restrictDatabase,
  type Database,
} from '../../src/storage/index.ts';
import { requireCluster, TEMPLATE, TEST_SECRET } from './cluster.ts';

/** A database of one test file's own, as openDatabase returns it. */
export interface TestDatabase extends Database {
  readonly name: string;
  /** Address with the login of a role, for what wants a URL. */
  url(role: 'lukou_admin' | 'lukou_owner' | 'lukou_app_login' | 'lukou_ingest_login'): string;
  /** Runs `work` as superuser, whom nothing binds: for making faults, and for looking behind row-level security. */
  admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template, or another database of the run; workers may do so at the same time. */
export async function createTestDatabase({
  template = TEMPLATE,
  name = `test_${randomBytes(8).toString('hex')}`,
} = {}): Promise<TestDatabase> {
  const { socketFolder, passwords } = requireCluster();
  const asAdmin = <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
    asOwner({ host: socketFolder, database, user: 'lukou_admin', password: passwords.lukou_admin }, work);
  await asAdmin('postgres', (admin) =>
    admin.query(`create database ${name} template ${template} owner lukou_owner strategy file_copy`),
  );
  const logins = embeddedLogins(socketFolder, passwords, name);
  await asOwner(logins.owner, restrictDatabase);
  const pools = openPools(logins, {
    statementTimeoutMs: 10_000,
    appConnections: 4,
    onConnectionLost: () => undefined,
  });
  let dropping: Promise<void> | undefined;
  const drop = async (): Promise<void> => {
    await closePools(pools);
    await asAdmin('postgres', (admin) => admin.query(`drop database ${name} with (force)`));
  };
  const dropOnce = (): Promise<void> => (dropping ??= drop());
  return {
    ...pools,
    name,
    signer: createScopeSigner(TEST_SECRET),
    describe: `test database ${name}`,
    owner: (work) => asOwner(logins.owner, work),
    admin: (work) => asAdmin(name, work),
    url: (role) =>
      `postgresql://${role}:${passwords[role]}@/${name}?host=${encodeURIComponent(socketFolder)}`,
    close: dropOnce,
    drop: dropOnce,
  };
}
