import { type ErrorCode, LukouError } from '../base/index.ts';
import type { BatchOrigin, IngestIncident, IngestLog } from './ports.ts';

/** Said to who hands a source in where its refusal is not on record. */
export const UNRECORDED = 'The disclosure log could not take its record: tell the security officer yourself.';

/** Records that a source was refused. It stands with or without its record: returns why there is none, or null. */
export async function recordRefusal(
  { code, incident }: { readonly code: ErrorCode; readonly incident: IngestIncident | null },
  origin: BatchOrigin,
  log: IngestLog,
): Promise<LukouError | null> {
  try {
    await log.recordIngest({
      outcome: 'REFUSED',
      runId: origin.id,
      adapter: origin.adapter,
      adapterDigest: origin.adapterDigest,
      fileDigest: origin.fileDigest,
      rowsRead: 0,
      rowsWritten: 0,
      types: {},
      incident,
      releaseId: origin.release?.id ?? null,
      code,
    });
    return null;
  } catch (error) {
    if (!(error instanceof LukouError)) throw error;
    return error;
  }
}
