import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { storageFault } from './storage-fault.ts';

/** A prepared statement that no reader sends: it needs no row scope. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs one statement on a pool.
 *
 * @throws LukouError STORAGE_FAULT or MARK_REFUSED, naming the statement.
 */
export async function runNamed<Row extends QueryResultRow>(
  pool: Pool,
  { name, text }: NamedStatement,
  values: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  return await pool.query<Row>({ name, text, values: [...values] }).catch((error: unknown) => {
    throw storageFault(error, name);
  });
}
