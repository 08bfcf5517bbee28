import { LukouError } from '../base/index.ts';
import { recordRefusal, UNRECORDED } from './record-refusal.ts';
import type { BatchOrigin, IngestLog } from './ports.ts';

/**
 * Records that a release package was refused, and returns the refusal to throw. It stands with or without its record:
 * nothing was taken in.
 */
export async function reportRefusal(
  error: LukouError,
  origin: BatchOrigin,
  log: IngestLog,
): Promise<LukouError> {
  const cause = await recordRefusal({ code: error.code, incident: null }, origin, log);
  if (cause === null) return error;
  return new LukouError(error.code, `${error.detail ?? ''} ${UNRECORDED}`.trim(), { cause });
}
