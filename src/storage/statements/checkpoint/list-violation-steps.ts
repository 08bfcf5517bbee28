import { defineStatement } from '../../statement.ts';
import { loopStepColumns, loopStepRow } from '../loop-step.ts';
import { inScope } from '../row-scope.ts';
import { SHOWN } from './violation.ts';

/** Steps that items took in their loop, in order. $1, $2 row scope of the items; $3 their ids. */
export const listViolationSteps = defineStatement({
  name: 'checkpoint.list-violation-steps',
  scoped: true,
  row: loopStepRow,
  text: `
select ${loopStepColumns}
from checkpoint.violation v
join checkpoint.loop_step s on s.machine = 'Violation' and s.item_id = v.id
where ${inScope('Violation', 'v', 1)}
  and ${SHOWN}
  and v.id = any($3::text[])
order by s.item_id, s.ordinal`,
});
