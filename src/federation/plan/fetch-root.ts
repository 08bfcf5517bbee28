import { attributeErrors, type FetchedPart } from '../execute/attribute-errors.ts';
import { bareObject } from '../execute/bare-object.ts';
import { callSubgraph } from '../execute/call-subgraph.ts';
import type { ExecutionRun, PlanStep } from '../execute/execution-run.ts';
import { compileFetchShape } from './fetch-shape.ts';
import type { AnswerMerger } from '../execute/merge-answer.ts';
import type { PlanPath } from './plan-path.ts';
import type { FetchNode } from './query-plan.ts';
import { renameOutputs } from './rename-outputs.ts';

/**
 * A fetch of root fields. With a path it comes back into the graph's root from somewhere inside: every object there
 * is given the same answer, each its own copy.
 */
export function compileRootFetch(
  node: FetchNode & { readonly isOnly: boolean },
  path: PlanPath,
  merger: AnswerMerger,
): PlanStep {
  const { serviceName: name, operation, isMutation, variableUsages, isOnly } = node;
  const shape = compileFetchShape(operation);
  renameOutputs(shape, node.outputRewrites);
  return (run) => {
    const targets = path.collect(run.data);
    if (targets.length === 0) return null;
    return async () => {
      const variables = pickVariables(run, variableUsages);
      const answer = await callSubgraph(run, { name, operation, variables, isMutation, isOnly });
      const mayKeep = answer.mayKeep && targets.length === 1;
      if (answer.data !== null)
        for (const target of targets) merger.merge(shape, answer.data, target, mayKeep);
      if (answer.data !== null && answer.errors.length === 0) return;
      const located = path.locate(run.data);
      const places = targets.map((target) => located.get(target) ?? []);
      const part: FetchedPart = { shape, targets: places, locate: (rest) => ({ targets: places, rest }) };
      attributeErrors(name, answer, [part], run.ledger);
    };
  };
}

/** The variables that an operation uses, and no others. */
export function pickVariables(
  { variables }: ExecutionRun,
  names: readonly string[],
): Record<string, unknown> {
  const picked = bareObject();
  for (const name of names) {
    const value = variables[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
