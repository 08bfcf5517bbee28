import { performance } from 'node:perf_hooks';
import { LukouError } from '../../base/index.ts';
import type { ExecutionRun } from './execution-run.ts';
import type { SubgraphAnswer, SubgraphError } from '../subgraph.ts';

/** An agency's answer, its outer form checked. No data and no errors: the agency could not be reached. */
export interface CheckedAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly SubgraphError[];
}

const UNREACHED: CheckedAnswer = { data: null, errors: [] };

/** Asks one agency, within the time limit. Never throws: a failure is told to the operator and leaves no data. */
export async function callSubgraph(
  run: ExecutionRun,
  name: string,
  operation: string,
  variables: Record<string, unknown>,
): Promise<CheckedAnswer> {
  const startedMs = performance.now();
  let answer = UNREACHED;
  try {
    const subgraph = run.subgraphs.get(name);
    if (subgraph === undefined)
      throw new LukouError('INTERNAL', `The plan asks ${name}, which is not connected.`);
    const answered = subgraph.execute({ operation, variables, caller: run.caller });
    answer = checkAnswer(name, await withinTime(answered, name, run.timeoutMs));
  } catch (error) {
    run.onFault(run.caller.requestId, error);
  }
  run.fetches.push({ subgraph: name, ms: performance.now() - startedMs, failed: answer.data === null });
  return answer;
}

async function withinTime(
  answer: Promise<SubgraphAnswer>,
  name: string,
  timeoutMs: number,
): Promise<SubgraphAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new LukouError('SUBGRAPH_FAULT', `${name} did not answer within ${timeoutMs} ms.`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function checkAnswer(name: string, answer: unknown): CheckedAnswer {
  if (!isObject(answer)) throw new LukouError('SUBGRAPH_FAULT', `${name} did not answer with an object.`);
  const { data = null, errors = [] } = answer;
  if (data !== null && !isObject(data))
    throw new LukouError('SUBGRAPH_FAULT', `${name} answered data of a wrong type.`);
  if (!Array.isArray(errors ?? []))
    throw new LukouError('SUBGRAPH_FAULT', `${name} answered errors of a wrong type.`);
  return { data, errors: ((errors as readonly unknown[] | null) ?? []).map(checkError) };
}

function checkError(error: unknown): SubgraphError {
  const { path, extensions } = isObject(error) ? error : {};
  return {
    message: '',
    ...(isPath(path) && { path }),
    ...(isObject(extensions) && { extensions }),
  };
}

function isPath(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value) && value.every((key) => typeof key === 'string' || Number.isInteger(key));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
