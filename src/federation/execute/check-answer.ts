import { LukouError } from '../../base/index.ts';
import type { SubgraphError } from '../subgraph.ts';

/** An agency's answer, its outer form checked. No data and no errors: the agency could not be reached. */
export interface CheckedAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly SubgraphError[];
  /** Whether whoever reads the answer may keep its objects, instead of copying what it asked for. */
  readonly mayKeep: boolean;
  /** Whom it tells about; absent where nobody said. */
  readonly subjects?: ReadonlySet<string>;
}

/** Checks what every reader of an answer relies on. Messages are dropped. Throws SUBGRAPH_FAULT. */
export function checkAnswer(name: string, answer: unknown): CheckedAnswer {
  if (!isObject(answer)) throw new LukouError('SUBGRAPH_FAULT', `${name} did not answer with an object.`);
  const { data = null, errors = [] } = answer;
  if (data !== null && !isObject(data))
    throw new LukouError('SUBGRAPH_FAULT', `${name} answered data of a wrong type.`);
  if (!Array.isArray(errors ?? []))
    throw new LukouError('SUBGRAPH_FAULT', `${name} answered errors of a wrong type.`);
  const checked = ((errors as readonly unknown[] | null) ?? []).map(checkError);
  const subjects = answer['subjects'];
  return {
    data,
    errors: checked,
    mayKeep: answer['isExact'] === true && checked.length === 0,
    ...(subjects instanceof Set && { subjects: subjects as ReadonlySet<string> }),
  };
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
