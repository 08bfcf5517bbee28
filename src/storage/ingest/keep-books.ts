import type pg from 'pg';
import type { BatchCounts, BatchOrigin } from '../../ingest/index.ts';
import { keepRelease } from './keep-release.ts';

/** Writes the run into the books: the batch, and what was quarantined, in place of what an earlier run of it left. */
export async function keepBooks(
  client: pg.PoolClient,
  origin: BatchOrigin,
  result: { readonly fileDigest: string; readonly rowsRead: number; readonly counts: BatchCounts },
): Promise<void> {
  const counts = [...result.counts.values()];
  const sum = (of: 'written' | 'duplicate'): number => counts.reduce((total, count) => total + count[of], 0);
  await client.query(
    `insert into ingest.batch
       (id, adapter, adapter_digest, source_name, file_digest, rows_read, rows_written, rows_duplicate, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      origin.id,
      origin.adapter,
      origin.adapterDigest,
      origin.sourceName,
      result.fileDigest,
      result.rowsRead,
      sum('written'),
      sum('duplicate'),
      new Date(origin.startedMs),
    ],
  );
  if (origin.release !== null) await keepRelease(client, origin.id, origin.release);
  await client.query(
    `delete from ingest.quarantine where batch_id in
       (select id from ingest.batch where file_digest = $1 and adapter = $2)`,
    [result.fileDigest, origin.adapter],
  );
  await client.query(
    'insert into ingest.quarantine select $1, line_no, record_type, code from pg_temp.withheld',
    [origin.id],
  );
}
