import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { findCredentials } from './embedded/credentials.ts';
import { findHolder, folderInUse, tryLockFolder, type FolderLock } from './embedded/lock-folder.ts';
import { prepareDataFolder } from './embedded/prepare-data-folder.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { connectExternal } from './external.ts';
import { loadSecret } from './load-secret.ts';
import { migrateDatabase } from './migrate.ts';
import { asOwner, closePools, embeddedLogins, openPools, type Logins, type Pools } from './pools.ts';
import { createScopeSigner, type ScopeSigner } from './scope-signer.ts';

/** Which database to open, and how. */
export interface DatabaseOptions {
  readonly dataFolder: string;
  /** A PostgreSQL 15 or later of the operator's own; without it the embedded one is used. */
  readonly databaseUrl?: string | undefined;
  /** Login of the application there, a member of lukou_app. */
  readonly databaseAppUrl?: string | undefined;
  /** The setting LUKOU_SECRET: needed where several gateways share a database. */
  readonly secret?: string | undefined;
  /** `serve` takes the folder for itself; `join` uses the database of whoever runs there, or its own meanwhile. */
  readonly mode: 'serve' | 'join';
  /** Told in whole sentences what the operator should know. */
  readonly onMessage: (message: string) => void;
  readonly statementTimeoutMs?: number | undefined;
  readonly appConnections?: number | undefined;
}

/** The open database. */
export interface Database extends Pools {
  /** Signs row scopes for sessions on this database. */
  readonly signer: ScopeSigner;
  /** What and where it is, for people. */
  readonly describe: string;
  /** Runs `work` on a connection of the tables' owner, for maintenance; row-level security binds it too. */
  owner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Closes the connections, waits for those in use, and ends the server where this process started it. */
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 10_000;
const APP_CONNECTIONS = 10;
const JOIN_PATIENCE_MS = 60_000;

/**
 * Opens the database, migrated and checked.
 *
 * Throws DATA_FOLDER_IN_USE where another process serves from the folder, DATABASE_UNSUITABLE with what to do where
 * the database cannot carry Lukou, STORAGE_FAULT where it cannot be reached.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataFolder = prepareDataFolder(options.dataFolder);
  if (options.databaseUrl !== undefined)
    return openExternal(dataFolder, { ...options, databaseUrl: options.databaseUrl });
  for (const untilMs = performance.now() + JOIN_PATIENCE_MS; ; await sleep(100)) {
    const lock = tryLockFolder(dataFolder);
    if (lock !== null) return openOwn(dataFolder, lock, options);
    const holder = options.mode === 'join' ? findHolder(dataFolder) : null;
    if (options.mode === 'serve' || performance.now() > untilMs) throw folderInUse(dataFolder);
    if (holder?.external === true)
      throw folderInUse(dataFolder, ' It uses DATABASE_URL: set the same one here.');
    if (holder?.socketFolder != null) return joinRunning(dataFolder, holder.socketFolder, options);
  }
}

async function openOwn(dataFolder: string, lock: FolderLock, options: DatabaseOptions): Promise<Database> {
  const cleanUp: (() => unknown)[] = [() => lock.release()];
  const undo = async (): Promise<void> => {
    for (const step of cleanUp.splice(0).toReversed()) await step();
  };
  try {
    const signer = createScopeSigner(loadSecret(dataFolder, options.secret));
    const server = await startEmbedded({ dataFolder, onMessage: options.onMessage });
    cleanUp.push(() => server.stop());
    const logins = embeddedLogins(server.socketFolder, server.passwords);
    await asOwner(logins.owner, (client) => migrateDatabase(client, signer, { sharedDatabase: false }));
    lock.publish({ socketFolder: server.socketFolder, external: false });
    if (options.mode === 'join') cleanUp.push(() => untilAlone(logins));
    const tellOfEnd = (): void => {
      if (cleanUp.length > 0)
        options.onMessage(`The database server has ended. See ${server.place}/postgres.log.`);
    };
    void server.ended.then(tellOfEnd);
    return assemble(options, logins, signer, `embedded PostgreSQL in ${server.place}/postgres`, undo);
  } catch (error) {
    await undo();
    throw error;
  }
}

async function joinRunning(
  dataFolder: string,
  socketFolder: string,
  options: DatabaseOptions,
): Promise<Database> {
  const credentials = findCredentials(dataFolder);
  if (credentials === null) throw folderInUse(dataFolder);
  const signer = createScopeSigner(loadSecret(dataFolder, options.secret));
  const logins = embeddedLogins(socketFolder, credentials.passwords);
  await asOwner(logins.owner, (client) => client.query('select'));
  const describe = `embedded PostgreSQL of the running gateway in ${credentials.place}/postgres`;
  return assemble(options, logins, signer, describe, async () => undefined);
}

async function openExternal(
  dataFolder: string,
  options: DatabaseOptions & { readonly databaseUrl: string },
): Promise<Database> {
  const lock = options.mode === 'serve' ? tryLockFolder(dataFolder) : undefined;
  if (lock === null) throw folderInUse(dataFolder);
  try {
    lock?.publish({ socketFolder: null, external: true });
    const signer = createScopeSigner(loadSecret(dataFolder, options.secret));
    const { databaseUrl, databaseAppUrl } = options;
    const { logins, describe } = await connectExternal(
      { databaseUrl, databaseAppUrl },
      signer,
      options.onMessage,
    );
    return assemble(options, logins, signer, describe, async () => lock?.release());
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function assemble(
  options: DatabaseOptions,
  logins: Logins,
  signer: ScopeSigner,
  describe: string,
  afterClose: () => Promise<void>,
): Database {
  let closing: Promise<void> | undefined;
  const pools = openPools(logins, {
    statementTimeoutMs: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    appConnections: options.appConnections ?? APP_CONNECTIONS,
    // The server cuts what is still open when it is told to stop: that is no news.
    onConnectionLost: (message) => {
      if (closing === undefined) options.onMessage(message);
    },
  });
  return {
    ...pools,
    signer,
    describe,
    owner: (work) => asOwner(logins.owner, work),
    close: () => (closing ??= closePools(pools).then(afterClose)),
  };
}

/** A command that started the server for itself keeps it until the last other command on it is done. */
async function untilAlone(logins: Logins): Promise<void> {
  const countOthers = async (client: pg.Client): Promise<number> => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*) as count from pg_stat_activity
        where datname = current_database() and usesysid is not null and pid <> pg_backend_pid()`,
    );
    return rows[0]!.count;
  };
  // Nobody is left on a server that no longer answers.
  while ((await asOwner(logins.owner, countOthers).catch(() => 0)) > 0) await sleep(200);
}
