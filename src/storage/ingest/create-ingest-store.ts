import type pg from 'pg';
import type { IngestBatch, IngestStore } from '../../ingest/index.ts';
import { storageFault } from '../storage-fault.ts';
import { openIngestBatch } from './open-ingest-batch.ts';

/**
 * The store of the ingest flow on the pool of the ingest role. Runs of one process wait for each other here and not in
 * the database, where those that wait would hold the connections that the one at work needs.
 */
export function createIngestStore(pool: pg.Pool): IngestStore {
  // On a connection of its own: a partition made inside the run's long transaction would keep other runs waiting.
  const ensureMonths = async (table: string, months: readonly string[]): Promise<void> => {
    for (const month of months) await pool.query('select ingest.ensure_month($1, $2)', [table, month]);
  };
  let last: Promise<void> = Promise.resolve();

  return {
    async begin(origin): Promise<IngestBatch> {
      const before = last;
      const { promise, resolve: endTurn } = Promise.withResolvers<void>();
      last = promise;
      await before;
      let client: pg.PoolClient | undefined;
      try {
        client = await pool.connect();
        return await openIngestBatch({ client, origin, ensureMonths, onClosed: endTurn });
      } catch (error) {
        client?.release(true);
        endTurn();
        throw storageFault(error);
      }
    },
  };
}
