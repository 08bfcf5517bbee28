import type { Machine } from './machine.ts';

/** What a replay needs of one step. */
export interface RecordedStep {
  readonly ordinal: number;
  readonly from: string;
  readonly to: string;
}

/** What a history comes to; `problem` says what is wrong with it, and is null where nothing is. */
export interface Replayed {
  readonly state: string | null;
  readonly version: number;
  readonly problem: string | null;
}

/**
 * Walks a history from its beginning: numbers without holes, each step from where the last one ended, and every one of them
 * in the table. Items that began elsewhere begin where their first step starts from.
 */
export function replayHistory({ transitions }: Machine, steps: readonly RecordedStep[]): Replayed {
  let state = steps[0]?.from ?? null;
  for (const [index, step] of steps.entries()) {
    const problem = findProblem(step, index);
    if (problem !== null) return { state, version: index, problem };
    state = step.to;
  }
  return { state, version: steps.length, problem: null };

  function findProblem({ ordinal, from, to }: RecordedStep, index: number): string | null {
    if (ordinal !== index + 1) return `step ${index + 1} is missing`;
    if (from !== state) return `step ${ordinal} begins in ${from}, and the one before ended in ${state}`;
    const isKnown = transitions.some((transition) => transition.from === from && transition.to === to);
    return isKnown ? null : `step ${ordinal} leads from ${from} to ${to}, which is no step`;
  }
}
