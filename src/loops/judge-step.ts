import type { Guard, Machine, Transition } from './machine.ts';

const DAY_MS = 86_400_000;

/** One step that an item has taken. */
export interface StepTaken {
  readonly to: string;
  readonly takenAtMs: number;
  /** The pseudonym of who took it, and their agency. */
  readonly actor: string;
  readonly agency: string;
}

/** An item of a loop, as far as its next step depends on it. */
export interface LoopItem {
  readonly state: string;
  /** Which agency has which part in it. */
  readonly parties: Readonly<Record<string, string>>;
  /** What is so of it, and what is not. */
  readonly facts: Readonly<Record<string, boolean>>;
  /** In order. Items that began elsewhere have none for what was before. */
  readonly history: readonly StepTaken[];
}

/** Who wants to take a step, and when. */
export interface StepAsked {
  readonly to: string;
  readonly actor: string;
  readonly agency: string;
  readonly nowMs: number;
}

/** Whether a step may be taken; where not, why, and which states the table allows instead. */
export type StepJudged =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'no-such-step'; readonly allowed: readonly string[] }
  | { readonly kind: 'not-your-part'; readonly allowed: readonly string[] }
  | { readonly kind: 'guarded'; readonly guard: Guard; readonly allowed: readonly string[] };

/** Judges one step by the table. Pure: the same item, step and instant are judged alike whenever it is replayed. */
export function judgeStep(machine: Machine, item: LoopItem, asked: StepAsked): StepJudged {
  const transition = machine.transitions.find(({ from, to }) => from === item.state && to === asked.to);
  const allowed = (): readonly string[] => listAllowed(machine, item, asked);
  if (transition === undefined) return { kind: 'no-such-step', allowed: allowed() };
  if (!isTheirs(transition, item, asked)) return { kind: 'not-your-part', allowed: allowed() };
  const guard = (transition.guards ?? []).find((each) => !holds(each, item, asked));
  return guard === undefined ? { kind: 'allowed' } : { kind: 'guarded', guard, allowed: allowed() };
}

/** The states that this person could bring the item to now. */
function listAllowed(
  { transitions }: Machine,
  item: LoopItem,
  asked: Omit<StepAsked, 'to'>,
): readonly string[] {
  return transitions
    .filter(
      (transition) =>
        transition.from === item.state &&
        isTheirs(transition, item, asked) &&
        (transition.guards ?? []).every((guard) => holds(guard, item, asked)),
    )
    .map(({ to }) => to);
}

function isTheirs({ by }: Transition, { parties }: LoopItem, { agency }: Pick<StepAsked, 'agency'>): boolean {
  return by.some((party) => parties[party] === agency);
}

function holds(guard: Guard, { history, facts }: LoopItem, asked: Omit<StepAsked, 'to'>): boolean {
  const last = (state: string): StepTaken | undefined => history.findLast(({ to }) => to === state);
  switch (guard.kind) {
    case 'other-person':
      return last(guard.than)?.actor !== asked.actor;
    case 'other-agency':
      return last(guard.than)?.agency !== asked.agency;
    case 'within': {
      const since = last(guard.after);
      return since === undefined || asked.nowMs <= since.takenAtMs + guard.days * DAY_MS;
    }
    case 'only-if':
      return facts[guard.fact] === guard.is;
    case 'never-before':
      return last(guard.state) === undefined;
  }
}
