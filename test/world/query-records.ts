import type { Pool, QueryResultRow } from 'pg';
import { deriveCommitted } from '../../src/storage/index.ts';

/** Every record with its columns and its bytes, for the "from" of a statement. */
export const RECORDS = `(
  select d.*, bytes.leaf
  from oversight.disclosure d cross join lateral oversight.read_leaves(d.log, d.index, d.index + 1) as bytes
) as record`;

/** Rows of a statement over {@link RECORDS}, all that were written so far. */
export async function queryRecords<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  await deriveCommitted(pool);
  return (await pool.query<Row>(text, [...values])).rows;
}
