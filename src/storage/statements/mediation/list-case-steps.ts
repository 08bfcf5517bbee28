import { defineStatement } from '../../statement.ts';
import { loopStepColumns, loopStepRow } from '../loop-step.ts';
import { inScope } from '../row-scope.ts';

/** Steps that items took in their loop, in order. $1 to $3 row scope of the items; $4 their ids. */
export const listCaseSteps = defineStatement({
  name: 'mediation.list-case-steps',
  scoped: true,
  row: loopStepRow,
  text: `
select ${loopStepColumns}
from mediation.mediation_case item
join mediation.loop_step s on s.machine = 'MediationCase' and s.item_id = item.id
where ${inScope('MediationCase', 'item', 1)}
  and item.id = any($4::text[])
order by s.item_id, s.ordinal`,
});
