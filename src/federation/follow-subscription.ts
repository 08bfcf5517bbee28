import { LukouError } from '../base/index.ts';
import { checkAnswer, type CheckedAnswer } from './execute/check-answer.ts';
import type { ExecutionRun } from './execute/execution-run.ts';
import { mapEvents, type EventStream } from './map-events.ts';
import type { CompiledPlan } from './plan/compile-plan.ts';
import type { EventSource } from './plan/compile-events.ts';
import { pickVariables } from './plan/fetch-root.ts';
import type { SubgraphAnswer } from './subgraph.ts';

/** One subscription of one caller. */
export interface Subscription<Answer> {
  readonly requirePlan: () => Promise<CompiledPlan>;
  /** A run with nothing fetched. Every event has its own: nothing of one event reaches another. */
  readonly openRun: () => ExecutionRun;
  readonly complete: (run: ExecutionRun) => Answer;
  readonly signal: AbortSignal | undefined;
  readonly onFault: (error: unknown) => void;
}

/** Follows the events of one agency, and fetches and completes for each of them what the plan says. */
export function followSubscription<Answer>(subscription: Subscription<Answer>): EventStream<Answer> {
  const { requirePlan, openRun, complete, signal, onFault } = subscription;
  return mapEvents({
    async open(ended) {
      const { events: source, step } = await requirePlan();
      if (source === null) throw new LukouError('INTERNAL', 'The plan has no events to wait for.');
      return {
        events: openEvents(source, openRun(), ended),
        async answer(event) {
          const run = openRun();
          source.keep(run, readEvent(source.name, event, onFault));
          await step(run)?.();
          return complete(run);
        },
      };
    },
    signal,
    onFault,
  });
}

function openEvents(
  source: EventSource,
  run: ExecutionRun,
  signal: AbortSignal,
): AsyncIterable<SubgraphAnswer> {
  const { name, operation, variableUsages } = source;
  const subgraph = run.subgraphs.get(name);
  if (subgraph?.subscribe === undefined)
    throw new LukouError('OPERATION_INVALID', `${name} sends no events to this gateway.`);
  const variables = pickVariables(run, variableUsages);
  const events = subgraph.subscribe({ operation, variables, caller: run.caller, signal, isMutation: false });
  return { [Symbol.asyncIterator]: () => named(name, events[Symbol.asyncIterator]()) };
}

/** The same events; what breaks them off is the agency's fault. */
function named(name: string, events: AsyncIterator<SubgraphAnswer>): AsyncIterator<SubgraphAnswer> {
  return {
    async next() {
      try {
        return await events.next();
      } catch (cause) {
        throw new LukouError('SUBGRAPH_FAULT', `${name} broke off its events.`, { cause });
      }
    },
    return: async () => (await events.return?.()) ?? { done: true, value: undefined },
  };
}

function readEvent(name: string, event: unknown, onFault: (error: unknown) => void): CheckedAnswer {
  try {
    return checkAnswer(name, event);
  } catch (error) {
    onFault(error);
    return { data: null, errors: [], mayKeep: false };
  }
}
