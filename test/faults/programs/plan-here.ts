// Plans one operation in its own process: the control for planner-process.test.ts.
import { createPlanner } from '../../../src/federation/index.ts';
import { composeAgencies } from '../../flows/federation/federate.ts';
import { CRASHING_AGENCIES } from '../crashing-agencies.ts';

const [operationText = ''] = process.argv.slice(2);
const planner = createPlanner(composeAgencies(CRASHING_AGENCIES));
console.log(JSON.stringify(await planner.plan(operationText, { labels: [], percent: 0 })));
