import type { Pool, QueryResultRow } from 'pg';
import type { NamedStatement } from './run-named.ts';
import { storageFault } from './storage-fault.ts';

/**
 * Runs one statement durably, in as long as it takes: on years of records it may take longer than an answer may.
 *
 * @throws LukouError STORAGE_FAULT, naming the statement.
 */
export async function runUnhurried<Row extends QueryResultRow>(
  pool: Pool,
  { name, text }: NamedStatement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const client = await pool.connect().catch((error: unknown) => {
    throw storageFault(error);
  });
  let failure: Error | undefined;
  try {
    await client.query('begin; set local statement_timeout = 0; set local synchronous_commit = on');
    const { rows } = await client.query<Row>(text, [...values]);
    await client.query('commit');
    return rows;
  } catch (error) {
    failure = storageFault(error, name);
    throw failure;
  } finally {
    client.release(failure);
  }
}
