import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { passageColumns, passageRow } from './passage.ts';

/** What a list of passages tests, but for the place of a page: parameters $1 to $10 of {@link listPassages}. */
export const passagesAskedFor = `${inScope('CheckpointPassage', 'p', 1)}
  and ($4::text is null or p.division_code between $4 and $5::text)
  and ($6::text[] is null or p.checkpoint_id = any($6))
  and p.pass_time >= $7::timestamptz and p.pass_time < $8::timestamptz
  and ($9::text is null or p.vehicle_group = $9)
  and ($10::text is null or p.plate_no = $10)`;

/**
 * A page of passages, newest first. $1 to $3 row scope; $4, $5 first and last division, $6 checkpoints, $7 from,
 * $8 to, $9 vehicle group, $10 plate; $11, $12 instant and id of the last row seen; $13 rows.
 */
export const listPassages = defineStatement({
  name: 'checkpoint.list-passages',
  scoped: true,
  row: passageRow,
  plannedAnew: true,
  columns: passageColumns,
  always: ['passTime'],
  text: (columns) => `
select ${columns}
from checkpoint.passage p
where ${passagesAskedFor}
  and ($12::text is null
    or p.pass_time <= $11::timestamptz and (p.pass_time < $11::timestamptz or p.id > $12))
order by p.pass_time desc, p.id
limit $13`,
});
