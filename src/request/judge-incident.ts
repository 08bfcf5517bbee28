import { LOG_KEEPER } from '../agreement/index.ts';
import type { AuditLog } from '../audit/index.ts';
import { isUuid, LukouError, sha256Hex, type Clock } from '../base/index.ts';
import { findMove, INCIDENT_MOVES, type IncidentState } from '../classification/index.ts';
import type { Actor } from '../identity/index.ts';
import { recordAct } from './record-act.ts';
import { requireNote } from './require-note.ts';

/** An incident of the guard, as far as it decides who may say what of it. */
export interface JudgeableIncident {
  /** The agencies whose data it is. */
  readonly owners: readonly string[];
  /** The pseudonym of who asked. */
  readonly actor: string;
  readonly state: IncidentState;
  /** How many steps it has taken so far. */
  readonly version: number;
  /** Who has said so far that it is a false positive: pseudonyms. */
  readonly releasedBy: readonly string[];
}

/** What one person says of an incident. */
export interface IncidentStep {
  readonly incidentId: string;
  readonly state: IncidentState;
  readonly takenAtMs: number;
  /** The person's pseudonym. */
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly note: string;
}

/** What judging needs; the wiring brings it. */
export interface JudgePorts {
  readonly incidents: {
    /** Null where there is none of this id. */
    find(id: string): Promise<JudgeableIncident | null>;
    /** Returns the state and the version after it. Throws INCIDENT_STEP_REFUSED where somebody else was faster. */
    keep(step: IncidentStep): Promise<Pick<JudgeableIncident, 'state' | 'version'>>;
  };
  readonly log: Pick<AuditLog, 'record'>;
  readonly clock: Clock;
  /** The request that it is done by; at a terminal there is none, and the record names the incident. */
  readonly requestId?: string;
  /** Whether a refusal may name the state: at a terminal it is left out, and it may. */
  readonly isStateShown?: boolean;
}

/** What came of it: the state now, and the record of what was said. */
export interface Judged {
  readonly state: IncidentState;
  readonly version: number;
  readonly index: number;
}

/** What somebody says of an incident. */
interface AskedStep {
  readonly id: string;
  readonly state: IncidentState;
  readonly note: string;
  /** The version that they have read; left out where they look at it now, at a terminal. */
  readonly version?: number;
}

const JUDGES: ReadonlySet<string> = new Set(['steward', 'auditor']);

/**
 * Takes an incident of the guard one step further, by a steward or an auditor of an agency whose data it is, or of the
 * agency that keeps the log; never by who asked. A false positive counts once two different persons have said so. The
 * record is written first: a crash in between leaves a record of a step that is still to be taken.
 *
 * @throws LukouError INCIDENT_UNKNOWN, INCIDENT_REFUSED, ACT_STALE, INCIDENT_STEP_REFUSED, INCIDENT_NOTE_INVALID, AUDIT_UNAVAILABLE.
 */
export async function judgeIncident(
  principal: Actor,
  asked: AskedStep,
  { incidents, log, clock, requestId, isStateShown = true }: JudgePorts,
): Promise<Judged> {
  const { id, state } = asked;
  const incident = isUuid(id) ? await incidents.find(id) : null;
  const { role, agency, pseudonym, authMethod } = principal;
  const isTheirs = agency === LOG_KEEPER || (agency !== null && incident?.owners.includes(agency) === true);
  // As in Query.guardIncidents: to others there is no such incident.
  if (incident === null || !isTheirs) throw new LukouError('INCIDENT_UNKNOWN');
  if (agency === null || pseudonym === null || !JUDGES.has(role) || pseudonym === incident.actor)
    throw new LukouError('INCIDENT_REFUSED');
  if (asked.version !== undefined && asked.version !== incident.version) throw new LukouError('ACT_STALE');
  requireMove(incident, state, pseudonym, isStateShown);
  const note = requireNote(asked.note, 'INCIDENT_NOTE_INVALID');
  const takenAtMs = clock.nowMs();
  const { index } = await recordAct(
    { pseudonym, agency, role, authMethod },
    { name: `guard incident ${id}: ${state}`, documentSha256: sha256Hex(note), requestId: requestId ?? id },
    log,
  );
  const step = { incidentId: id, state, takenAtMs, actor: pseudonym, agency, role, note };
  return { ...(await incidents.keep(step)), index };
}

function requireMove(
  incident: JudgeableIncident,
  to: IncidentState,
  pseudonym: string,
  isStateShown: boolean,
): void {
  const move = findMove(incident.state, to);
  if (move?.by !== 'person') {
    if (!isStateShown) throw new LukouError('INCIDENT_STEP_REFUSED');
    const allowed = listNext(incident.state);
    const next = allowed.length === 0 ? 'is over' : `can become ${allowed.join(' or ')} next`;
    throw new LukouError('INCIDENT_STEP_REFUSED', `It is ${incident.state}, and ${next}.`, { allowed });
  }
  if (move.persons > 1 && incident.releasedBy.includes(pseudonym))
    throw new LukouError('INCIDENT_STEP_REFUSED', 'You have said so; now somebody else has to.');
}

function listNext(from: IncidentState): readonly IncidentState[] {
  return INCIDENT_MOVES.filter((move) => move.from === from && move.by === 'person').map(({ to }) => to);
}
