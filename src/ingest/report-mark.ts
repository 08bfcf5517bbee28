import type { IncidentDesk } from '../audit/index.ts';
import { LukouError, uuidV7, type Clock } from '../base/index.ts';
import { MarkFound } from './guard-rows.ts';
import { ownerOf } from './owner-of.ts';
import { recordRefusal, UNRECORDED } from './record-refusal.ts';
import type { BatchOrigin, IngestIncident, IngestLog } from './ports.ts';

/** A source that was refused because it carries a secrecy mark, with what is known of it without its content. */
export class IngestRefusal extends LukouError {
  readonly incident: IngestIncident;

  constructor(incident: IngestIncident, advice: string) {
    super(
      'INGEST_REFUSED',
      `It carries a secrecy mark (${placeOf(incident)}, rule ${incident.rule}). Nothing of it was kept. Take it off this machine by your security officer's rules; incident ${incident.id}. ${advice}`.trim(),
    );
    this.incident = incident;
  }
}

function placeOf({ gate, line }: IngestIncident): string {
  if (gate === 'STORAGE') return 'found by the database';
  return line === null ? 'its name or heading' : `line ${line}`;
}

const UNKEPT = 'The incident could not be kept: tell the security officer yourself.';

/** What reporting needs. */
export interface ReportPorts {
  readonly log: IngestLog;
  readonly incidents: IncidentDesk;
  readonly clock: Clock;
}

/**
 * Turns a mark that was found into the refusal of its source, with an incident and a record; passes any other error on as
 * it is. The refusal stands with or without them: nothing was kept that could leak.
 */
export async function reportMark(error: unknown, origin: BatchOrigin, ports: ReportPorts): Promise<unknown> {
  const found = readFinding(error);
  if (found === null) return error;
  const { gate, line, rule, markHash, isInName } = found;
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
    actor: 'operator',
    agency: null,
    requestId: origin.id,
  });
  const id = opened?.id ?? uuidV7(detectedAtMs);
  const incident: IngestIncident = { id, gate, sourceName, fileDigest, line, rule };
  const unrecorded = await recordRefusal({ code: 'INGEST_REFUSED', incident }, origin, ports.log);
  const advice = [opened === null ? UNKEPT : [], unrecorded === null ? [] : UNRECORDED].flat();
  return new IngestRefusal(incident, advice.join(' '));
}

interface Finding extends Pick<IngestIncident, 'gate' | 'line' | 'rule'> {
  readonly markHash: string | null;
  readonly isInName: boolean;
}

/** What the ingest gate found, or the storage gate behind it. */
function readFinding(error: unknown): Finding | null {
  if (error instanceof MarkFound) {
    const { line, rule, markHash, isInName } = error;
    return { gate: 'INGEST', line, rule, markHash, isInName };
  }
  if (error instanceof LukouError && error.code === 'MARK_REFUSED')
    return { gate: 'STORAGE', line: null, rule: 'storage.check', markHash: null, isInName: false };
  return null;
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
