import type { AuditLog } from '../../audit/index.ts';
import { type Clock, LukouError, sha256Hex } from '../../base/index.ts';
import type { Actor } from '../../identity/index.ts';
import {
  type DeadlineTables,
  describeGuard,
  dueAt,
  judgeStep,
  type LoopItem,
  type Machine,
  type MachineName,
  MACHINES,
  PARTIES,
  type StepJudged,
} from '../../loops/index.ts';
import { recordAct } from '../record-act.ts';
import { requireNote } from '../require-note.ts';
import type { ActReceipt } from './ports.ts';

/** An item as its table holds it, locked until the transaction ends; `parties` are those that it says itself. */
export interface KeptItem extends LoopItem {
  readonly version: number;
  /** RED and so on; null where the items have none. */
  readonly level: string | null;
  /** Instants that deadlines may end at, by name. */
  readonly instants: Readonly<Record<string, number | null>>;
}

/** One step as it is kept. */
export interface KeptStep {
  readonly itemId: string;
  readonly ordinal: number;
  readonly from: string;
  readonly to: string;
  readonly takenAtMs: number;
  readonly dueAtMs: number | null;
  readonly machineVersion: number;
  readonly policyVersion: string | null;
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly note: string;
  readonly requestId: string;
}

/** The items of one agency's loops, in one transaction and within the caller's rows. */
export interface LoopDesk {
  /** Null where there is none of this id that the caller may see. */
  lock(machine: MachineName, id: string): Promise<KeptItem | null>;
  /** Moves the item, and keeps the step. */
  move(machine: MachineName, step: KeptStep): Promise<void>;
}

/** Which item is to be in which state, and why. */
export interface AskedMove {
  readonly id: string;
  readonly to: string;
  /** The version that the caller has read. */
  readonly version: number;
  readonly note: string;
}

/** What moving needs; the wiring brings it. */
export interface MovePorts {
  readonly log: Pick<AuditLog, 'record' | 'log'>;
  readonly clock: Clock;
  readonly deadlines: DeadlineTables;
  readonly requestId: string;
  /** Whether the caller's grant shows a field in clear: what is refused tells no state to whoever may not read it. */
  readonly shows: (coordinate: string) => boolean;
}

/**
 * Takes an item one step further, by the table of its loop. The record is written before the step can be seen: a crash in
 * between leaves a record of a step that was not taken, and the history says so.
 *
 * @throws LukouError ACT_REFUSED, ACT_NOTE_INVALID, ACT_ITEM_UNKNOWN, ACT_STALE, ACT_STEP_REFUSED, AUDIT_UNAVAILABLE.
 */
export async function moveItem(
  name: MachineName,
  person: Actor,
  asked: AskedMove,
  desk: LoopDesk,
  { log, clock, deadlines, requestId, shows }: MovePorts,
): Promise<ActReceipt> {
  const { pseudonym: actor, agency, role, authMethod } = person;
  if (actor === null || agency === null) throw new LukouError('ACT_REFUSED');
  const note = requireNote(asked.note, 'ACT_NOTE_INVALID');
  const item = await desk.lock(name, asked.id);
  const parties = { ...PARTIES[name], ...item?.parties };
  // Whoever has no part in it is not told that there is one.
  if (item === null || !Object.values(parties).includes(agency)) throw new LukouError('ACT_ITEM_UNKNOWN');
  if (item.version !== asked.version) throw new LukouError('ACT_STALE');
  const machine: Machine = MACHINES[name];
  const { id, to } = asked;
  const takenAtMs = clock.nowMs();
  const judged = judgeStep(machine, { ...item, parties }, { to, actor, agency, nowMs: takenAtMs });
  requireStep(judged, item.state, shows(`${name}.status`));
  const entered = { machine: name, state: to, enteredAtMs: takenAtMs, level: item.level };
  const deadline = dueAt({ ...entered, instants: item.instants }, deadlines);
  const { index } = await recordAct(
    { pseudonym: actor, agency, role, authMethod },
    { name: `move ${name} ${id}: ${to}`, documentSha256: sha256Hex(note), requestId },
    log,
  );
  const version = item.version + 1;
  const step = { itemId: id, ordinal: version, from: item.state, to, takenAtMs, ...deadline };
  const who = { actor, agency, role, note, requestId };
  await desk.move(name, { ...step, machineVersion: machine.version, ...who });
  return { id, state: to, version, actedAt: new Date(takenAtMs).toISOString(), log: log.log, index };
}

function requireStep(judged: StepJudged, state: string, isStateShown: boolean): void {
  if (judged.kind === 'allowed') return;
  // That another takes the step says as much of the state as the list of steps does.
  if (!isStateShown) throw new LukouError('ACT_STEP_REFUSED');
  const { allowed } = judged;
  if (judged.kind === 'not-your-part') throw new LukouError('ACT_REFUSED', undefined, { allowed });
  const why = judged.kind === 'guarded' ? `It takes: ${describeGuard(judged.guard)}.` : `It is ${state}.`;
  throw new LukouError('ACT_STEP_REFUSED', why, { allowed });
}
