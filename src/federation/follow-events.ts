import { LukouError } from '../base/index.ts';
import { callSubgraph } from './execute/call-subgraph.ts';
import type { ExecutionRun } from './execute/execution-run.ts';
import type { EventSource } from './plan/compile-events.ts';
import { pickVariables } from './plan/fetch-root.ts';
import type { AgencyEvent, AgencyEvents } from './subgraph.ts';

/** The numbered events of the agency that a plan begins at. Throws OPERATION_INVALID where it numbers none. */
export async function followEvents(
  { name, operation, variableUsages }: EventSource,
  run: ExecutionRun,
  signal: AbortSignal,
): Promise<AgencyEvents> {
  const subgraph = run.subgraphs.get(name);
  if (subgraph?.follow === undefined)
    throw new LukouError('OPERATION_INVALID', `${name} numbers no events for this gateway.`);
  const variables = pickVariables(run, variableUsages);
  return subgraph.follow({ operation, variables, caller: run.caller, signal, isMutation: false });
}

/** Asks the agency about one of its events, and puts the answer where the rest of the plan begins. */
export async function askAbout(event: AgencyEvent, source: EventSource, run: ExecutionRun): Promise<void> {
  const { name, operation, variableUsages } = source;
  const variables = pickVariables(run, variableUsages);
  const call = { name, operation, variables, isMutation: false, isOnly: true, event };
  source.keep(run, await callSubgraph(run, call));
}
