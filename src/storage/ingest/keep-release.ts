import type pg from 'pg';
import { LukouError } from '../../base/index.ts';
import type { ReleaseOrigin } from '../../ingest/index.ts';

/** Writes a release package into the books, once. Of two runs with one package, the second waits here and is refused. */
export async function keepRelease(
  client: pg.PoolClient,
  batchId: string,
  { id, register, packageDigest, decision, keyIds }: ReleaseOrigin,
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into ingest.release_package
       (id, batch_id, register, package_digest, decision_reference, decision_authority, decided_on, key_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do nothing`,
    [
      id,
      batchId,
      register,
      packageDigest,
      decision.reference,
      decision.authority,
      decision.decidedOn,
      keyIds,
    ],
  );
  if (rowCount === 0) throw new LukouError('RELEASE_REPLAYED');
}
