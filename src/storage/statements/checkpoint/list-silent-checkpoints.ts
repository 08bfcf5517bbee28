import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointRow } from './checkpoint.ts';

/**
 * A page of checkpoints that recorded no vehicle in a span, by id. $1, $2 row scope of checkpoints; $3 to $5 of
 * passages; $6, $7 first and last division, $8 segments, $9 roads, $10 states; $11 from, $12 to; $13 id of the last
 * row seen; $14 rows.
 *
 * Silence can be told only where the caller may see the passages: a checkpoint or a span outside their scope is not
 * called silent.
 */
export const listSilentCheckpoints = defineStatement({
  name: 'checkpoint.list-silent-checkpoints',
  scoped: true,
  row: checkpointRow,
  plannedAnew: true,
  columns: checkpointColumns,
  text: (columns) => `
select ${columns}
from checkpoint.checkpoint c
where ${inScope('Checkpoint', 'c', 1)}
  and (c.division_code ^@ any($3::text[]) or '' = any($3::text[]))
  and ($4::timestamptz is null or $11::timestamptz >= $4)
  and c.usage <> all($5::text[])
  and ($6::text is null or c.division_code between $6 and $7::text)
  and ($8::text[] is null or c.segment_id = any($8))
  and ($9::text[] is null or c.segment_id in (
    select s.segment_id from reference.segment_place s where s.road_code = any($9)))
  and ($10::text[] is null or c.status = any($10))
  and not exists (
    select from checkpoint.passage p
    where ${inScope('CheckpointPassage', 'p', 3)}
      and p.checkpoint_id = c.id
      and p.pass_time >= $11::timestamptz and p.pass_time < $12::timestamptz)
  and ($13::text is null or c.id > $13)
order by c.id
limit $14`,
});
