import { Pool, type Connection, type PoolConfig } from 'pg';
import type { Database } from '../../src/storage/index.ts';

/** A pool of its own with the application's login and settings. A connection that is lost is told to whoever uses it alone. */
export function openAppPool({ app }: Pick<Database, 'app'>, options: PoolConfig): Pool {
  const pool = new Pool({ ...app.options, password: app.options.password, ...options });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** What the driver has of a connection: its socket and messages, and the texts that it keeps by name. */
export type DriverConnection = Connection & { readonly parsedStatements: Record<string, string> };

/** The connection that whoever asks next is given. */
export async function nextConnection(pool: Pool): Promise<DriverConnection> {
  const client = await pool.connect();
  const { connection } = client as unknown as { readonly connection: DriverConnection };
  client.release();
  return connection;
}
