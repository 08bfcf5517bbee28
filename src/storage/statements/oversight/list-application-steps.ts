import { defineStatement } from '../../statement.ts';
import { loopStepColumns, loopStepRow } from '../loop-step.ts';
import { partOf } from './list-sharing-applications.ts';

/** Steps that applications took in their loop, in order. $1 the one agency that has a part in them; $2 their ids. */
export const listApplicationSteps = defineStatement({
  name: 'oversight.list-application-steps',
  scoped: false,
  row: loopStepRow,
  text: `
select ${loopStepColumns}
from oversight.sharing_application a
join oversight.loop_step s on s.machine = 'SharingApplication' and s.item_id = a.id
where ${partOf('$1')}
  and a.id = any($2::text[])
order by s.item_id, s.ordinal`,
});
