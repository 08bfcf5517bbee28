import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { storageFault } from './storage-fault.ts';

/** A prepared statement that no reader sends: it needs no row scope. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** Where statements run: a pool, or the one connection of a transaction. */
export type Queryable = Pool | PoolClient;

/**
 * Runs one statement.
 *
 * @throws LukouError STORAGE_FAULT or MARK_REFUSED, naming the statement.
 */
export async function runNamed<Row extends QueryResultRow>(
  pool: Queryable,
  { name, text }: NamedStatement,
  values: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  return await pool.query<Row>({ name, text, values: [...values] }).catch((error: unknown) => {
    throw storageFault(error, name);
  });
}
