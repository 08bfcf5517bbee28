import { Client, Pool, type ClientConfig } from 'pg';
import { DATABASE_NAME } from './embedded/create-login-roles.ts';
import type { LoginRole } from './embedded/credentials.ts';
import { valueTypes } from './parse-values.ts';
import { isDatabaseError, storageFault } from './storage-fault.ts';

/** How to log in: a URL, or the parts of one. */
export type Login = Pick<ClientConfig, 'connectionString' | 'host' | 'database' | 'user' | 'password'> & {
  /** Further startup options, as in `-c name=value`. */
  readonly options?: string;
};

/** The logins of one database. */
export interface Logins {
  readonly owner: Login;
  readonly app: Login;
  readonly ingest: Login;
}

/** Limits on what the application asks of the database. */
export interface PoolLimits {
  /** After this long the server gives up a statement of the application. */
  readonly statementTimeoutMs: number;
  /** Connections for requests. */
  readonly appConnections: number;
  /** Told when an idle or working connection is lost; the pool replaces it. */
  readonly onConnectionLost: (message: string) => void;
}

/** The connections that Lukou works with. */
export interface Pools {
  readonly app: Pool;
  readonly ingest: Pool;
  readonly log: Pool;
}

// The space is escaped for the startup options.
const READ_COMMITTED = 'default_transaction_isolation=read\\ committed';

// What an index finds among millions of records fits, so that not every row of a page is looked at again.
const SEARCH_MEMORY = 'work_mem=16MB';

/** After this long a request stops waiting for a free connection. */
const CHECKOUT_TIMEOUT_MS = 10_000;

/** The logins of the embedded server, one role each. */
export function embeddedLogins(
  socketFolder: string,
  passwords: Readonly<Record<LoginRole, string>>,
  database: string = DATABASE_NAME,
): Logins {
  const login = (user: LoginRole): Login => ({
    host: socketFolder,
    database,
    user,
    password: passwords[user],
  });
  return { owner: login('lukou_owner'), app: login('lukou_app_login'), ingest: login('lukou_ingest_login') };
}

/** Opens the pools. Nothing is connected until it is used. */
export function openPools(logins: Logins, limits: PoolLimits): Pools {
  const statementTimeout = `statement_timeout=${limits.statementTimeoutMs}`;
  const pool = (login: Login, role: string, max: number, ...settings: string[]): Pool =>
    openPool(login, max, [`role=${role}`, 'search_path=pg_catalog', ...settings], limits.onConnectionLost);
  return {
    // A read is one statement, and so of one snapshot, whatever the server's defaults say.
    app: pool(
      logins.app,
      'lukou_app',
      limits.appConnections,
      statementTimeout,
      SEARCH_MEMORY,
      READ_COMMITTED,
    ),
    // COPY of a whole file is one statement: no time limit.
    ingest: pool(logins.ingest, 'lukou_ingest', 4),
    // The receipt stands on this commit being on disk, and a batch must see what others committed, whatever the server's
    // defaults say.
    log: pool(logins.app, 'lukou_app', 4, 'synchronous_commit=on', READ_COMMITTED, statementTimeout),
  };
}

/** Runs `work` on a connection of the owner's own and closes it. */
export async function asOwner<T>(login: Login, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(clientConfig(login, []));
  // A lost connection is told by the statement that meets it; an 'error' that nobody hears ends the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw isDatabaseError(error) ? storageFault(error) : error;
  } finally {
    await client.end();
  }
}

/** Ends every pool, waiting for the connections in use. */
export async function closePools(pools: Pools): Promise<void> {
  await Promise.all([pools.app.end(), pools.ingest.end(), pools.log.end()]);
}

function openPool(
  login: Login,
  max: number,
  settings: readonly string[],
  onConnectionLost: (message: string) => void,
): Pool {
  const pool = new Pool({
    ...clientConfig(login, settings),
    max,
    connectionTimeoutMillis: CHECKOUT_TIMEOUT_MS,
  });
  const told = (error: Error): void =>
    onConnectionLost(`A database connection was lost: ${storageFault(error).detail}`);
  // Both are needed: the pool speaks for idle connections only. An 'error' that nobody hears ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', told));
  return pool;
}

function clientConfig(login: Login, settings: readonly string[]): ClientConfig {
  const all = ['TimeZone=Asia/Shanghai', 'DateStyle=ISO', 'client_min_messages=warning', ...settings];
  const options = [login.options ?? '', ...all.map((setting) => `-c ${setting}`)].join(' ').trim();
  return { ...login, options, types: valueTypes, application_name: `lukou/${process.pid}` };
}
