import { performance } from 'node:perf_hooks';
import { LukouError } from '../../base/index.ts';
import { checkAnswer, type CheckedAnswer } from './check-answer.ts';
import { type ExecutionRun, keepSubjects } from './execution-run.ts';
import type { AgencyCall } from './shared-calls.ts';
import type { AgencyEvent, CallerContext, SubgraphAnswer, SubgraphRequest } from '../subgraph.ts';

const UNREACHED: CheckedAnswer = { data: null, errors: [], mayKeep: false };

/**
 * Asks one agency, within the time limit; one that this run asked the same already is not asked again. Never throws:
 * a failure is told to the operator and leaves no data.
 */
export function callSubgraph(run: ExecutionRun, call: AgencyCall): Promise<CheckedAnswer> {
  if (call.isOnly && !call.isMutation) return ask(run, call);
  return run.calls.share(call, async () => ({ ...(await ask(run, call)), mayKeep: false }));
}

async function ask(run: ExecutionRun, call: AgencyCall): Promise<CheckedAnswer> {
  const startedMs = performance.now();
  let answer = UNREACHED;
  try {
    answer = checkAnswer(call.name, await askWithinTime(run, call));
    keepSubjects(run, call.name, answer.subjects);
  } catch (error) {
    run.onFault(run.caller.requestId, error);
  }
  run.fetches.push({
    subgraph: call.name,
    ms: performance.now() - startedMs,
    failed: answer.data === null,
  });
  return answer;
}

// The timer is for agencies that do not heed the signal: nobody waits for them, but their work may go on.
function askWithinTime(run: ExecutionRun, call: AgencyCall): Promise<SubgraphAnswer> {
  const { name } = call;
  const subgraph = run.subgraphs.get(name);
  if (subgraph === undefined)
    throw new LukouError('INTERNAL', `The plan asks ${name}, which is not connected.`);
  const request = new TimedRequest(call, run.caller);
  const answering = subgraph.execute(request);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const late = new LukouError('SUBGRAPH_FAULT', `${name} did not answer within ${run.timeoutMs} ms.`);
      reject(late);
      request.end(late);
    }, run.timeoutMs);
    const settle =
      <T>(pass: (value: T) => void) =>
      (value: T): void => {
        clearTimeout(timer);
        pass(value);
      };
    answering.then(settle(resolve), settle(reject));
  });
}

/** Makes its signal when somebody asks for it: agencies in this process do not, and it costs more than a look-up. */
class TimedRequest implements SubgraphRequest {
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly caller: CallerContext;
  readonly isMutation: boolean;
  readonly event: AgencyEvent | undefined;
  #ending: AbortController | undefined;
  #late: Error | undefined;

  constructor({ operation, variables, isMutation, event }: AgencyCall, caller: CallerContext) {
    this.operation = operation;
    this.event = event;
    this.variables = variables;
    this.caller = caller;
    this.isMutation = isMutation;
  }

  get signal(): AbortSignal {
    this.#ending ??= new AbortController();
    if (this.#late !== undefined) this.#ending.abort(this.#late);
    return this.#ending.signal;
  }

  end(late: Error): void {
    this.#late = late;
    this.#ending?.abort(late);
  }
}
