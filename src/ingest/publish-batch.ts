import type { Clock } from '../base/index.ts';
import { sumCodes } from './copy-records.ts';
import type { IngestReceipt } from './receipt.ts';
import type { Recorded } from './record-ingest.ts';

/**
 * Makes the run's rows visible, all at once. Where the database does not say whether it did, the file is handed in
 * again: rows that got in then count as there already.
 */
export async function publishBatch({ copied, log }: Recorded, clock: Clock): Promise<IngestReceipt> {
  const { batch, origin, fileDigest, rowsRead, types } = copied;
  try {
    await batch.publish();
  } catch (error) {
    await batch.discard();
    throw error;
  }
  const subject = types[origin.subject];
  return {
    runId: origin.id,
    adapter: origin.adapter,
    sourceName: origin.sourceName,
    fileDigest,
    rowsRead,
    rowsWritten: subject?.written ?? 0,
    rowsDuplicate: subject?.duplicate ?? 0,
    quarantined: sumCodes(Object.values(types).map(({ quarantined }) => quarantined)),
    types,
    durationMs: clock.nowMs() - origin.startedMs,
    log,
  };
}
