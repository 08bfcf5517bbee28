import { LukouError } from '../base/index.ts';
import type { BatchOrigin } from './ports.ts';
import { recordRefusal, UNRECORDED } from './record-refusal.ts';
import { readStop, reportStop, type ReportPorts } from './report-stop.ts';

/**
 * Puts on record what ended a run, and returns what to throw: of a source that the guard stopped an IngestRefusal with
 * its incident, of a source or a package that another stage refused the refusal itself. A refusal stands with or
 * without its record: nothing was taken in. Any other error is returned as it is.
 */
export async function reportRefusal(
  error: unknown,
  origin: BatchOrigin,
  ports: ReportPorts,
): Promise<unknown> {
  const stopped = readStop(error);
  if (stopped !== null) return await reportStop(stopped, origin, ports);
  if (!isRefusal(error)) return error;
  const cause = await recordRefusal({ code: error.code, incident: null }, origin, ports.log);
  if (cause === null) return error;
  return new LukouError(error.code, `${error.detail ?? ''} ${UNRECORDED}`.trim(), { cause });
}

/** Whether what ended a run lies in its source, so that it would end the next one in the same way. */
export const isRefused = (error: unknown): boolean => readStop(error) !== null || isRefusal(error);

const isRefusal = (error: unknown): error is LukouError =>
  error instanceof LukouError && (error.code === 'INGEST_REFUSED' || error.code.startsWith('RELEASE_'));
