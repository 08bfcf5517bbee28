import { type Clock, LukouError } from '../base/index.ts';
import type { BatchOrigin, IngestLog } from './ports.ts';

/**
 * Records that a release package was refused, and returns the refusal to throw. It stands with or without its record:
 * nothing was taken in.
 */
export async function reportRefusal(
  error: LukouError,
  origin: BatchOrigin,
  ports: { readonly log: IngestLog; readonly clock: Clock },
): Promise<LukouError> {
  try {
    await ports.log.recordIngest({
      outcome: 'REFUSED',
      runId: origin.id,
      adapter: origin.adapter,
      adapterDigest: origin.adapterDigest,
      fileDigest: origin.fileDigest,
      rowsRead: 0,
      rowsWritten: 0,
      types: {},
      incident: null,
      releaseId: origin.release?.id ?? null,
      code: error.code,
    });
    return error;
  } catch (cause) {
    if (!(cause instanceof LukouError)) throw cause;
    const advice = 'The disclosure log could not take its record: tell the security officer yourself.';
    return new LukouError(error.code, `${error.detail ?? ''} ${advice}`.trim(), { cause });
  }
}
