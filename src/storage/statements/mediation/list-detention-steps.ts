import { defineStatement } from '../../statement.ts';
import { loopStepColumns, loopStepRow } from '../loop-step.ts';
import { inScope } from '../row-scope.ts';

/** Steps that items took in their loop, in order. $1 to $3 row scope of the items; $4 their ids. */
export const listDetentionSteps = defineStatement({
  name: 'mediation.list-detention-steps',
  scoped: true,
  row: loopStepRow,
  text: `
select ${loopStepColumns}
from mediation.detention_mediation item
join mediation.loop_step s on s.machine = 'DetentionMediation' and s.item_id = item.id
where ${inScope('DetentionMediation', 'item', 1)}
  and item.id = any($4::text[])
order by s.item_id, s.ordinal`,
});
