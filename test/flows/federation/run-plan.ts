import { parse } from 'graphql';
import {
  composeSupergraph,
  openFederation,
  type Planner,
  type SubgraphAnswer,
  type SubgraphRequest,
} from '../../../src/federation/index.ts';
import { grantBut } from './open-grant.ts';

export interface PlanToRun {
  readonly sdl: string;
  readonly query: string;
  /** Run one after the other. They ask the agency `a`. */
  readonly nodes: readonly unknown[];
  /** What the agency answers, by the number of the call. */
  readonly answers: (turn: number) => SubgraphAnswer;
}

export interface RunOutcome {
  readonly asked: readonly SubgraphRequest[];
  readonly data: unknown;
  readonly fetches: number;
}

/** Runs a plan of the test's own over one agency. */
export async function runPlan({ sdl, query, nodes, answers }: PlanToRun): Promise<RunOutcome> {
  const asked: SubgraphRequest[] = [];
  const subgraph = {
    name: 'a',
    async execute(request: SubgraphRequest) {
      asked.push(request);
      return answers(asked.length - 1);
    },
  };
  const planner: Planner = {
    plan: async () => ({ kind: 'QueryPlan', node: { kind: 'Sequence', nodes } }),
    close: async () => undefined,
  };
  const supergraphSdl = composeSupergraph([{ name: 'a', document: parse(sdl) }]);
  const onFault = (): void => undefined;
  const federation = openFederation({ supergraphSdl, subgraphs: [subgraph], planner, onFault });
  const operation = { document: parse(query), documentText: query, operationName: null, variables: {} };
  const grant = grantBut();
  const planned = federation.plan(operation, grant);
  const caller = { grant, requestId: 'r', nowMs: 0 };
  const { data, fetches } = await federation.execute(planned, operation.variables, caller);
  return { asked, data, fetches: fetches.length };
}
