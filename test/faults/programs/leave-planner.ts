// Has a planner process plan without end, says its pid, and waits to be killed.
import { startPlannerProcess } from '../../../src/federation/index.ts';
import { composeAgencies } from '../../flows/federation/federate.ts';
import { CRASHING_AGENCIES, ENDLESS_OPERATION } from '../crashing-agencies.ts';

const planner = await startPlannerProcess(composeAgencies(CRASHING_AGENCIES), {
  deadlineMs: 3_600_000,
  onFault: (error) => console.error(error),
});
const planning = planner.plan(ENDLESS_OPERATION, { labels: [], percent: 0 });
console.log(planner.pid);
await planning;
