import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, text } from '../shapes.ts';

/** When the last vehicle passed each checkpoint. $1 to $3 row scope; $4 checkpoint ids, $5 before. */
export const findLastPassages = defineStatement({
  name: 'checkpoint.find-last-passages',
  scoped: true,
  row: z.strictObject({ parent: text, passTime: instant }),
  text: `
select parent.id as parent, p.pass_time as "passTime"
from unnest($4::text[]) as parent (id)
cross join lateral (
  select p.pass_time
  from checkpoint.passage p
  where ${inScope('CheckpointPassage', 'p', 1)}
    and p.checkpoint_id = parent.id
    and p.pass_time < $5::timestamptz
  order by p.pass_time desc
  limit 1
) p`,
});
