/** A part that somebody has in a loop: which agency has it, each item says. */
export type Party = string;

/** What must hold, beside state and party, before a step is taken. */
export type Guard =
  /** Not the person who brought the item into `state`. */
  | { readonly kind: 'other-person'; readonly than: string }
  /** Not the agency that brought it into `state`. */
  | { readonly kind: 'other-agency'; readonly than: string }
  /** No longer than `days` after the item came into `state`. */
  | { readonly kind: 'within'; readonly days: number; readonly after: string }
  /** Only where the item is so. */
  | { readonly kind: 'only-if'; readonly fact: string; readonly is: boolean }
  /** Only once: not where the item was in `state` before. */
  | { readonly kind: 'never-before'; readonly state: string };

/** One step that an item may take. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  /** Whose people take it. */
  readonly by: readonly Party[];
  readonly guards?: readonly Guard[];
}

/** One state. */
export interface StateFacts {
  readonly zh: string;
  /** Whether an item may begin in it. */
  readonly isFirst?: true;
  /** Whether the loop is closed there: nothing follows. */
  readonly isLast?: true;
}

/**
 * A loop (闭环) as data: states, steps, who takes them, and what must hold. Code, diagrams, tables of the documentation and
 * tests are made from it. A step that is not in it is no step.
 */
export interface Machine {
  /** As the schema names the type of its items. */
  readonly name: string;
  readonly zh: string;
  /** Raised with every change: a history says under which it was made. */
  readonly version: number;
  /** Who takes part, and what they are called. */
  readonly parties: Readonly<Record<Party, string>>;
  /** To whom an item goes up that is overdue: the party that supervises. */
  readonly supervisor: Party;
  readonly states: Readonly<Record<string, StateFacts>>;
  readonly transitions: readonly Transition[];
  /** Where it is written: laws and chapters of the model. */
  readonly source: string;
}

/** One step for several states that it may be taken from. */
export function from(
  states: readonly string[],
  to: string,
  by: readonly Party[],
  ...guards: readonly Guard[]
): Transition[] {
  return states.map((state) => ({ from: state, to, by, ...(guards.length > 0 && { guards }) }));
}
