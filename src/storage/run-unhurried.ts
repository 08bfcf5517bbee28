import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { inTransaction } from './in-transaction.ts';
import type { NamedStatement } from './run-named.ts';

/**
 * Runs one statement durably, in as long as it takes: on years of records it may take longer than an answer may.
 *
 * @throws LukouError STORAGE_FAULT, naming the statement.
 */
export function runUnhurried<Row extends QueryResultRow>(
  pool: Pool,
  { name, text }: NamedStatement,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const work = async (client: PoolClient): Promise<readonly Row[]> =>
    (await client.query<Row>(text, [...values])).rows;
  return inTransaction(pool, UNHURRIED, work, name);
}

const UNHURRIED = 'begin; set local statement_timeout = 0; set local synchronous_commit = on';
