// The planner process. It is started by start-planner-child.ts, and hears and says what planner-messages.ts lists.
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { FromPlanner, PlanRequest, ToPlanner } from './planner-messages.ts';

/** Planning this shows that the supergraph's graphs are joined to its root. */
const PROBE = '{__typename}';

let planner: QueryPlanner | undefined;

async function answer(message: ToPlanner): Promise<FromPlanner> {
  try {
    if ('supergraphSdl' in message) {
      planner = new QueryPlanner(message.supergraphSdl);
      await plan(planner, { operationText: PROBE, overrides: { labels: [], percent: 0 } });
      return { kind: 'ready' };
    }
    if (planner === undefined) throw new Error('The supergraph has not been told yet.');
    return { kind: 'plan', plan: await plan(planner, message) };
  } catch (error) {
    return { kind: 'failure', reason: error instanceof Error ? error.message : String(error) };
  }
}

// Planning takes a thread of its own, so that this one hears of the gateway's end even while an operation hangs there.
function plan(by: QueryPlanner, { operationText, overrides }: PlanRequest): Promise<unknown> {
  return by.planAsync(operationText, undefined, new Set(overrides.labels), overrides.percent);
}

process.on('message', (message: ToPlanner) => {
  void answer(message).then((answered) => process.send?.(answered));
});
// However the gateway ends, this channel closes. An ordinary exit would wait for a thread that hangs.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Terminals and service managers signal the whole group; the gateway finishes what is under way, and needs plans for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
