import type pg from 'pg';
import type { IngestStore } from '../../ingest/index.ts';
import { storageFault } from '../storage-fault.ts';
import { openIngestBatch } from './open-ingest-batch.ts';

/** The store of the ingest flow on the pool of the ingest role. */
export function createIngestStore(pool: pg.Pool): IngestStore {
  // On a connection of its own: a partition made inside the run's long transaction would keep other runs waiting.
  const ensureMonths = async (table: string, months: readonly string[]): Promise<void> => {
    for (const month of months) await pool.query('select ingest.ensure_month($1, $2)', [table, month]);
  };
  return {
    async begin(origin) {
      let client: pg.PoolClient | undefined;
      try {
        client = await pool.connect();
        return await openIngestBatch(client, origin, ensureMonths);
      } catch (error) {
        client?.release(true);
        throw storageFault(error);
      }
    },
  };
}
