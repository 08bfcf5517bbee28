import { escapeLiteral, type Client } from 'pg';
import { storagePattern } from '../classification/index.ts';

/**
 * Replaces the body of `common.carries_mark` by the pattern that the other gates are made of as well, so that no gate
 * knows a mark that another does not. Written only where it differs.
 */
export async function installGuard(owner: Client): Promise<void> {
  const body = ` select value ~ ${escapeLiteral(storagePattern())} `;
  const { rows } = await owner.query<{ prosrc: string }>(
    `select prosrc from pg_proc where oid = 'common.carries_mark(text)'::regprocedure`,
  );
  if (rows[0]?.prosrc === body) return;
  await owner.query(
    `create or replace function common.carries_mark(value text) returns boolean
       language sql immutable strict parallel safe as ${escapeLiteral(body)}`,
  );
}
