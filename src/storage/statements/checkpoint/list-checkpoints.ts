import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointRow } from './checkpoint.ts';

/**
 * A page of checkpoints by id. $1, $2 row scope; $3, $4 first and last division, $5 segments, $6 roads, $7 states;
 * $8 id of the last row seen; $9 rows.
 */
export const listCheckpoints = defineStatement({
  name: 'checkpoint.list-checkpoints',
  scoped: true,
  row: checkpointRow,
  plannedAnew: true,
  columns: checkpointColumns,
  text: (columns) => `
select ${columns}
from checkpoint.checkpoint c
where ${inScope('Checkpoint', 'c', 1)}
  and ($3::text is null or c.division_code between $3 and $4::text)
  and ($5::text[] is null or c.segment_id = any($5))
  and ($6::text[] is null or c.segment_id in (
    select s.segment_id from reference.segment_place s where s.road_code = any($6)))
  and ($7::text[] is null or c.status = any($7))
  and ($8::text is null or c.id > $8)
order by c.id
limit $9`,
});
