import type { Copied } from './copy-records.ts';
import type { IngestLog } from './ports.ts';
import type { Stage } from './stages.ts';

/** A run that the disclosure log holds. Made by record-ingest.ts. */
export interface Recorded extends Stage<'recorded'> {
  readonly copied: Copied;
  readonly log: { readonly index: number; readonly id: string };
}

/**
 * Records the run durably before anything of it becomes visible. A crash after this and before the commit leaves a
 * record of rows that nobody has seen, which is the safe side.
 */
export async function recordIngest(copied: Copied, log: IngestLog): Promise<Recorded> {
  const { origin, fileDigest, rowsRead, types } = copied;
  try {
    const place = await log.recordIngest({
      outcome: 'PUBLISHED',
      runId: origin.id,
      adapter: origin.adapter,
      adapterDigest: origin.adapterDigest,
      fileDigest,
      rowsRead,
      rowsWritten: Object.values(types).reduce((sum, { written }) => sum + written, 0),
      types,
      incident: null,
      releaseId: origin.release?.id ?? null,
      code: 'OK',
    });
    return { copied, log: place } as unknown as Recorded;
  } catch (error) {
    await copied.batch.discard();
    throw error;
  }
}
