import type { AgencyEvent } from '../subgraph.ts';
import type { CheckedAnswer } from './check-answer.ts';

/** One operation for one agency, as a plan asks it. */
export interface AgencyCall {
  readonly name: string;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly isMutation: boolean;
  /** Whether no other step of the plan may ask the same. */
  readonly isOnly: boolean;
  /** The event that a subscription is answered about. */
  readonly event?: AgencyEvent;
}

interface MadeCall extends AgencyCall {
  readonly answer: Promise<CheckedAnswer>;
}

/**
 * The calls of one run. Two that ask one agency the same share one answer: whoever reads an answer copies it. From a
 * run's first mutation on nothing is shared, since what was true before it may not be true after it.
 */
export class SharedCalls {
  #made: MadeCall[] | null = [];

  share(call: AgencyCall, ask: (call: AgencyCall) => Promise<CheckedAnswer>): Promise<CheckedAnswer> {
    if (call.isMutation) this.#made = null;
    const known = this.#made?.find((made) => isSame(made, call));
    if (known !== undefined) return known.answer;
    const answer = ask(call);
    this.#made?.push({ ...call, answer });
    return answer;
  }
}

function isSame(a: AgencyCall, b: AgencyCall): boolean {
  if (a.name !== b.name || a.operation !== b.operation) return false;
  return JSON.stringify(a.variables) === JSON.stringify(b.variables);
}
