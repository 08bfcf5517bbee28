import type { IncidentDesk } from '../audit/index.ts';
import { LukouError, uuidV7, type Clock } from '../base/index.ts';
import { ownerOf } from './owner-of.ts';
import { recordRefusal, UNRECORDED } from './record-refusal.ts';
import type { BatchOrigin, IngestIncident, IngestLog } from './ports.ts';
import { sayMarked, SourceStopped, type Stop } from './source/source-stopped.ts';

/** A source that the guard stopped, with what is known of it without its content. */
export class IngestRefusal extends LukouError {
  readonly incident: IngestIncident;

  constructor(incident: IngestIncident, said: string, advice: string) {
    super('INGEST_REFUSED', `${said} Nothing of it was kept; incident ${incident.id}. ${advice}`.trim());
    this.incident = incident;
  }
}

const UNKEPT = 'The incident could not be kept: tell the security officer yourself.';

/** What reporting needs. */
export interface ReportPorts {
  readonly log: IngestLog;
  readonly incidents: IncidentDesk;
  readonly clock: Clock;
  /** The system that handed it in; without it an operator did. */
  readonly feeder?: { readonly actor: string; readonly agency: string };
}

/** What a gate stopped, and what is said of it. */
export interface Stopped extends Stop {
  readonly gate: IngestIncident['gate'];
  readonly said: string;
}

/** What the ingest gate stopped, or the storage gate behind it; null where an error is none of them. */
export function readStop(error: unknown): Stopped | null {
  if (error instanceof SourceStopped) return { gate: 'INGEST', said: error.message, ...error.stop };
  if (!(error instanceof LukouError) || error.code !== 'MARK_REFUSED') return null;
  const rule = 'storage.check';
  const said = sayMarked('found by the database', rule);
  return { gate: 'STORAGE', said, line: null, rule, markHash: null, isInName: false };
}

/**
 * Opens the incident of a source that was stopped, records it, and returns the refusal to throw. It stands with or
 * without them: nothing was kept that could leak.
 */
export async function reportStop(
  { gate, said, line, rule, markHash, isInName }: Stopped,
  origin: BatchOrigin,
  ports: ReportPorts,
): Promise<IngestRefusal> {
  const sourceName = isInName ? null : origin.sourceName;
  const { fileDigest } = origin;
  const detectedAtMs = ports.clock.nowMs();
  const opened = await openIncident(ports.incidents, {
    gate,
    detectedAtMs,
    rule,
    source: sourceName,
    sourceDigest: fileDigest,
    line,
    markHash,
    owners: [ownerOf(origin.subject)],
    ...(ports.feeder ?? { actor: 'operator', agency: null }),
    requestId: origin.id,
  });
  const id = opened?.id ?? uuidV7(detectedAtMs);
  const incident: IngestIncident = { id, gate, sourceName, fileDigest, line, rule };
  const unrecorded = await recordRefusal({ code: 'INGEST_REFUSED', incident }, origin, ports.log);
  const advice = [opened === null ? UNKEPT : [], unrecorded === null ? [] : UNRECORDED].flat();
  return new IngestRefusal(incident, said, advice.join(' '));
}

/** Null where it could not be kept. */
async function openIncident(incidents: IncidentDesk, report: Parameters<IncidentDesk['open']>[0]) {
  try {
    return await incidents.open(report);
  } catch (cause) {
    if (!(cause instanceof LukouError)) throw cause;
    return null;
  }
}
