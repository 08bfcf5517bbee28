import * as fc from 'fast-check';
import {
  CHINA_2026,
  DEADLINE_POLICIES,
  dueAt,
  judgeStep,
  type LoopItem,
  type Machine,
  openCalendar,
  type RecordedStep,
  replayHistory,
  type StepTaken,
} from '../../../src/loops/index.ts';

/** What the walk knows of the item, apart from the code: the way that it came, and when. */
export interface WalkModel {
  state: string;
  nowMs: number;
  readonly way: StepTaken[];
}

/** The item as the code keeps it. */
export interface WalkedItem {
  item: LoopItem;
  dueAtMs: number | null;
  readonly steps: RecordedStep[];
}

const tables = { policies: DEADLINE_POLICIES, calendar: openCalendar([CHINA_2026]) };

/** Judges a step as the code under test does; a positive control gives one with a fault. */
export type Judge = typeof judgeStep;

/** Somebody wants an item in a state: whatever state, whoever they are. */
class WantState implements fc.Command<WalkModel, WalkedItem> {
  readonly #machine: Machine;
  readonly #judge: Judge;
  readonly #want: { to: string; actor: string; agency: string; afterMs: number };

  constructor(
    machine: Machine,
    judge: Judge,
    want: { to: string; actor: string; agency: string; afterMs: number },
  ) {
    this.#machine = machine;
    this.#judge = judge;
    this.#want = want;
  }

  check(): boolean {
    return true;
  }

  run(model: WalkModel, real: WalkedItem): void {
    const { to, actor, agency, afterMs } = this.#want;
    model.nowMs += afterMs;
    const asked = { to, actor, agency, nowMs: model.nowMs };
    const judged = this.#judge(this.#machine, real.item, asked);
    const expected = mayTake(this.#machine, model, real.item, asked);
    expect([model.state, to, agency, judged.kind === 'allowed']).toEqual([model.state, to, agency, expected]);
    if (judged.kind === 'allowed') this.#take(model, real, asked);
    else
      for (const state of judged.allowed)
        expect(mayTake(this.#machine, model, real.item, { ...asked, to: state })).toBe(true);
    expect(real.item.state).toBe(model.state);
    const replayed = replayHistory(this.#machine, real.steps);
    expect(replayed).toEqual({
      state: real.steps.length === 0 ? null : model.state,
      version: model.way.length,
      problem: null,
    });
  }

  #take(
    model: WalkModel,
    real: WalkedItem,
    asked: { to: string; actor: string; agency: string; nowMs: number },
  ): void {
    const { to, actor, agency, nowMs } = asked;
    const taken = { to, actor, agency, takenAtMs: nowMs };
    real.steps.push({ ordinal: real.steps.length + 1, from: real.item.state, to });
    real.item = { ...real.item, state: to, history: [...real.item.history, taken] };
    const entered = { machine: this.#machine.name, state: to, enteredAtMs: nowMs, level: 'RED' };
    real.dueAtMs = dueAt({ ...entered, instants: { releaseAt: nowMs + 1 } }, tables).dueAtMs;
    model.state = to;
    model.way.push(taken);
    const isTimed = DEADLINE_POLICIES.at(-1)!.rules.some(
      ({ machine, state, level }) =>
        machine === this.#machine.name && state === to && (level ?? 'RED') === 'RED',
    );
    // No deadline is lost: a state that has one gives every item one, and it lies ahead.
    expect(real.dueAtMs !== null && real.dueAtMs > nowMs).toBe(isTimed);
  }

  toString(): string {
    return `${this.#want.agency}/${this.#want.actor} -> ${this.#want.to}`;
  }
}

/** Whether the table lets somebody take a step: its rules read anew, from the way alone. */
export function mayTake(
  machine: Machine,
  { state, way }: WalkModel,
  { parties, facts }: Pick<LoopItem, 'parties' | 'facts'>,
  { to, actor, agency, nowMs }: { to: string; actor: string; agency: string; nowMs: number },
): boolean {
  const lastInto = (name: string): StepTaken | undefined => way.findLast((step) => step.to === name);
  return machine.transitions.some((step) => {
    if (step.from !== state || step.to !== to) return false;
    if (step.by.every((party) => parties[party] !== agency)) return false;
    for (const guard of step.guards ?? []) {
      if (guard.kind === 'only-if' && facts[guard.fact] !== guard.is) return false;
      if (guard.kind === 'never-before' && way.some((earlier) => earlier.to === guard.state)) return false;
      if (guard.kind === 'other-person' && lastInto(guard.than)?.actor === actor) return false;
      if (guard.kind === 'other-agency' && lastInto(guard.than)?.agency === agency) return false;
      if (guard.kind === 'within') {
        const since = lastInto(guard.after);
        if (since !== undefined && nowMs - since.takenAtMs > guard.days * 86_400_000) return false;
      }
    }
    return true;
  });
}

const START_MS = Date.parse('2026-02-10T09:00:00+08:00');
const PERSONS = ['p1_a', 'p1_b', 'p1_c'];

interface Beginning {
  readonly first: string;
  readonly isPlanned: boolean;
  readonly isOneAgency: boolean;
}

const agencyOf = (party: string): string => `AG-${party.toUpperCase()}`;

/** Walks of one machine: whoever wants whatever, mostly what there is from where it stands. */
export function walks(machine: Machine, judge: Judge = judgeStep) {
  const states = Object.keys(machine.states);
  const firsts = states.filter((state) => machine.states[state]!.isFirst === true);
  const agencies = Object.keys(machine.parties).map(agencyOf);
  const want = fc.record({
    to: fc.constantFrom(...states),
    actor: fc.constantFrom(...PERSONS),
    agency: fc.constantFrom(...agencies, 'AG-NOBODY'),
    afterMs: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 40 * 86_400_000 })),
  });
  return {
    // Where one agency has every part, it is still two that close a loop, or two persons.
    begin: fc.record({
      first: fc.constantFrom(...firsts),
      isPlanned: fc.boolean(),
      isOneAgency: fc.boolean(),
    }),
    commands: fc.commands([want.map((each) => new WantState(machine, judge, each))], { maxCommands: 150 }),
    setUp: ({ first: begun, isPlanned, isOneAgency }: Beginning) => ({
      model: { state: begun, nowMs: START_MS, way: [] } satisfies WalkModel,
      real: {
        item: {
          state: begun,
          parties: Object.fromEntries(
            Object.keys(machine.parties).map((party, _at, [first]) => [
              party,
              agencyOf(isOneAgency ? first! : party),
            ]),
          ),
          facts: { isPlanned },
          history: [],
        },
        dueAtMs: null,
        steps: [],
      } satisfies WalkedItem as WalkedItem,
    }),
  };
}
