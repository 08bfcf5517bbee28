import { attributeErrors, type FetchedPart } from '../execute/attribute-errors.ts';
import type { CheckedAnswer } from '../execute/check-answer.ts';
import { type ExecutionRun, keepSubjects } from '../execute/execution-run.ts';
import type { AnswerMerger } from '../execute/merge-answer.ts';
import { compileFetchShape } from './fetch-shape.ts';
import type { FetchNode } from './query-plan.ts';
import { renameOutputs } from './rename-outputs.ts';

/** The agency whose events a subscription follows. */
export interface EventSource {
  readonly name: string;
  readonly operation: string;
  readonly variableUsages: readonly string[];
  /** Puts one event where a run begins. */
  keep(run: ExecutionRun, event: CheckedAnswer): void;
}

export function compileEvents(node: FetchNode, merger: AnswerMerger): EventSource {
  const { serviceName: name, operation, variableUsages } = node;
  const shape = compileFetchShape(operation);
  renameOutputs(shape, node.outputRewrites);
  const root: FetchedPart = { shape, targets: [[]], locate: (rest) => ({ targets: [[]], rest }) };
  return {
    name,
    operation,
    variableUsages,
    keep(run, event) {
      keepSubjects(run, name, event.subjects);
      if (event.data !== null) merger.merge(shape, event.data, run.data, event.mayKeep);
      if (event.data === null || event.errors.length > 0) attributeErrors(name, event, [root], run.ledger);
    },
  };
}
