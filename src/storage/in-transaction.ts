import type { Pool, PoolClient } from 'pg';
import { storageFault } from './storage-fault.ts';

/**
 * Does work in one transaction, which `begin` opens: all of it is done, or nothing is.
 *
 * @param named - the statement that faults name, where there is but one.
 * @throws LukouError STORAGE_FAULT
 */
export async function inTransaction<Result>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<Result>,
  named?: string,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw storageFault(error);
  });
  let isDone = false;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    isDone = true;
    return result;
  } catch (error) {
    throw storageFault(error, named);
  } finally {
    // Closed, it rolls back.
    client.release(!isDone);
  }
}
