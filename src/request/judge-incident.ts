import { LOG_KEEPER } from '../agreement/index.ts';
import { operatorEntry, type Receipt } from '../audit/index.ts';
import { LukouError, sha256Hex, type Clock } from '../base/index.ts';
import { findMove, type IncidentState, scanText } from '../classification/index.ts';
import type { Principal } from '../identity/index.ts';

/** An incident of the guard, as far as it decides who may say what of it. */
export interface JudgeableIncident {
  /** The agencies whose data it is. */
  readonly owners: readonly string[];
  /** The pseudonym of who asked. */
  readonly actor: string;
  readonly state: IncidentState;
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
    /** Returns the state after it. Throws INCIDENT_STEP_REFUSED where somebody else was faster. */
    keep(step: IncidentStep): Promise<IncidentState>;
  };
  readonly log: { record(entry: ReturnType<typeof operatorEntry>): Promise<Receipt> };
  readonly clock: Clock;
}

/** What came of it: the state now, and the record of what was said. */
export interface Judged {
  readonly state: IncidentState;
  readonly index: number;
}

const JUDGES: ReadonlySet<string> = new Set(['steward', 'auditor']);
const INCIDENT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Takes an incident of the guard one step further, by a steward or an auditor of an agency whose data it is, or of the
 * agency that keeps the log; never by who asked. A false positive counts once two different persons have said so. The
 * record is written first: a crash in between leaves a record of a step that is still to be taken.
 *
 * @throws LukouError INCIDENT_UNKNOWN, INCIDENT_REFUSED, INCIDENT_STEP_REFUSED, INCIDENT_NOTE_INVALID, AUDIT_UNAVAILABLE.
 */
export async function judgeIncident(
  principal: Principal,
  asked: { readonly id: string; readonly state: IncidentState; readonly note: string },
  { incidents, log, clock }: JudgePorts,
): Promise<Judged> {
  const { id, state } = asked;
  const incident = INCIDENT_ID.test(id) ? await incidents.find(id) : null;
  if (incident === null) throw new LukouError('INCIDENT_UNKNOWN');
  const { role, agency, pseudonym } = principal;
  const isTheirs = agency === LOG_KEEPER || (agency !== null && incident.owners.includes(agency));
  if (agency === null || pseudonym === null || !isTheirs || !JUDGES.has(role) || pseudonym === incident.actor)
    throw new LukouError('INCIDENT_REFUSED');
  requireMove(incident, state, pseudonym);
  const note = requireNote(asked.note);
  const takenAtMs = clock.nowMs();
  const entry = operatorEntry({
    name: `guard incident ${id}: ${state}`,
    documentSha256: sha256Hex(note),
    requestId: id,
  });
  const actor = { ...entry.actor, pseudonym, agency, role, auth: principal.authMethod };
  const { index } = await log.record({ ...entry, actor });
  const step = { incidentId: id, state, takenAtMs, actor: pseudonym, agency, role, note };
  return { state: await incidents.keep(step), index };
}

function requireMove(incident: JudgeableIncident, to: IncidentState, pseudonym: string): void {
  const move = findMove(incident.state, to);
  if (move?.by !== 'person')
    throw new LukouError('INCIDENT_STEP_REFUSED', `It is ${incident.state}, and cannot become ${to} next.`);
  if (move.persons > 1 && incident.releasedBy.includes(pseudonym))
    throw new LukouError('INCIDENT_STEP_REFUSED', 'You have said so; now somebody else has to.');
}

function requireNote(written: string): string {
  const note = written.trim();
  if (note.length === 0 || note.length > 1_000 || scanText(note).verdict === 'block')
    throw new LukouError('INCIDENT_NOTE_INVALID');
  return note;
}
