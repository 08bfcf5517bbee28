import type pg from 'pg';
import { storageFault } from '../storage-fault.ts';

/** Names of the sources that were taken in and published. */
export async function listPublishedSources(pool: pg.Pool): Promise<ReadonlySet<string>> {
  try {
    const { rows } = await pool.query<{ source_name: string }>(
      'select distinct source_name from ingest.batch',
    );
    return new Set(rows.map((row) => row.source_name));
  } catch (error) {
    throw storageFault(error);
  }
}
