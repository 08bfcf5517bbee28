import type { Pool } from 'pg';
import { runNamed } from './run-named.ts';

const FIND_LEAF = {
  name: 'oversight.find-leaf',
  text: 'select leaf from oversight.read_leaves($1, $2, $2::bigint + 1)',
};

/** The bytes of one record of a log, as they were written; null where there is none of this index. */
export async function findDisclosureLeaf(pool: Pool, log: string, index: number): Promise<Buffer | null> {
  const { rows } = await runNamed<{ leaf: Buffer }>(pool, FIND_LEAF, [log, index]);
  return rows[0]?.leaf ?? null;
}
