import type { Pool } from 'pg';
import { storageFault } from './storage-fault.ts';

/**
 * Does the work while no other process of the same data folder has the log, and waits until that is so. For logs that
 * several short-lived commands share.
 */
export async function holdLog<T>(pool: Pool, log: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw storageFault(error);
  });
  try {
    await client
      .query('select pg_advisory_lock(hashtextextended($1, 0))', [`lukou log ${log}`])
      .catch((error: unknown) => {
        throw storageFault(error);
      });
    return await work();
  } finally {
    // The lock ends with the connection, which is not given back to the pool.
    client.release(true);
  }
}
