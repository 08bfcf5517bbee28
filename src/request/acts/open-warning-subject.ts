import { LukouError, sha256Hex } from '../../base/index.ts';
import type { Actor } from '../../identity/index.ts';
import { PARTIES } from '../../loops/index.ts';
import { recordAct } from '../record-act.ts';
import { requireNote } from '../require-note.ts';
import type { KeptItem, MovePorts } from './move-item.ts';
import type { ActReceipt } from './ports.ts';

/** Which warning is to be opened, and why. */
export interface AskedOpening {
  readonly id: string;
  /** The version that the caller has read. */
  readonly version: number;
  readonly note: string;
}

/** One opening as it is kept. */
export interface KeptOpening {
  readonly warningId: string;
  readonly agency: string;
  readonly openedAtMs: number;
  readonly openedBy: string;
  readonly role: string;
  readonly note: string;
  readonly requestId: string;
}

/** Warnings and who has opened them, in one transaction and within the caller's rows. */
export interface OpeningDesk {
  /** Null where there is none of this id that the caller may see. */
  lock(machine: 'DisputeWarning', id: string): Promise<KeptItem | null>;
  /** The first opening of an agency is kept; of later ones there is the record. */
  keepOpening(opening: KeptOpening): Promise<void>;
}

const CLOSED_STATES: ReadonlySet<string> = new Set(['SCORED', 'PUSHED', 'CLOSED']);

/**
 * Opens whom a warning is about to the agency of the caller: the handling unit, from its receipt until the loop is closed.
 * The record is written before anybody can be seen.
 *
 * @throws LukouError ACT_REFUSED, ACT_NOTE_INVALID, ACT_ITEM_UNKNOWN, ACT_STALE, ACT_STEP_REFUSED, AUDIT_UNAVAILABLE.
 */
export async function openWarningSubject(
  person: Actor,
  asked: AskedOpening,
  desk: OpeningDesk,
  { log, clock, requestId }: Pick<MovePorts, 'log' | 'clock' | 'requestId'>,
): Promise<ActReceipt> {
  const { pseudonym, agency, role, authMethod } = person;
  if (pseudonym === null || agency === null) throw new LukouError('ACT_REFUSED');
  const note = requireNote(asked.note, 'ACT_NOTE_INVALID');
  const { id, version } = asked;
  const item = await desk.lock('DisputeWarning', id);
  const parties = PARTIES.DisputeWarning;
  // Whoever has no part in it is not told that there is one.
  if (item === null || !Object.values(parties).includes(agency)) throw new LukouError('ACT_ITEM_UNKNOWN');
  if (parties['unit'] !== agency) throw new LukouError('ACT_REFUSED', undefined, { allowed: [] });
  if (item.version !== version) throw new LukouError('ACT_STALE');
  const { state } = item;
  if (CLOSED_STATES.has(state))
    throw new LukouError(
      'ACT_STEP_REFUSED',
      `It is ${state}: a subject is open from RECEIVED until CLOSED.`,
      {
        allowed: [],
      },
    );
  const openedAtMs = clock.nowMs();
  const { index } = await recordAct(
    { pseudonym, agency, role, authMethod },
    { name: `open subject of DisputeWarning ${id}`, documentSha256: sha256Hex(note), requestId },
    log,
  );
  await desk.keepOpening({ warningId: id, agency, openedAtMs, openedBy: pseudonym, role, note, requestId });
  return { id, state, version, actedAt: new Date(openedAtMs).toISOString(), log: log.log, index };
}
