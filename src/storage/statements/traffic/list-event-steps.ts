import { defineStatement } from '../../statement.ts';
import { loopStepColumns, loopStepRow } from '../loop-step.ts';

/** Steps that road events took in their loop, in order. $1 ids. */
export const listEventSteps = defineStatement({
  name: 'traffic.list-event-steps',
  scoped: false,
  row: loopStepRow,
  text: `
select ${loopStepColumns}
from traffic.loop_step s
where s.machine = 'RoadEvent' and s.item_id = any($1::text[])
order by s.item_id, s.ordinal`,
});
