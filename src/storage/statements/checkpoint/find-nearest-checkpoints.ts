import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointDistanceRow } from './checkpoint.ts';

/** The checkpoint nearest to each segment along its road. $1, $2 row scope; $3 segment ids, $4 metres at most. */
export const findNearestCheckpoints = defineStatement({
  name: 'checkpoint.find-nearest-checkpoints',
  scoped: true,
  row: checkpointDistanceRow,
  columns: checkpointColumns,
  text: (columns) => `
select ${columns}, s.segment_id as parent, round(c.metres)::float8 / 1000 as "distanceKm"
from reference.segment_place s
cross join lateral (
  select c.*,
    case when c.segment_id = s.segment_id then 0
      else greatest(s.along_road_start_m - c.along_road_m, c.along_road_m - s.along_road_end_m, 0) end as metres
  from checkpoint.checkpoint c
  where ${inScope('Checkpoint', 'c', 1)}
    and (c.segment_id = s.segment_id
      or c.road_id = s.road_id
        and c.along_road_m between s.along_road_start_m - $4::float8 and s.along_road_end_m + $4::float8)
  order by metres, c.id
  limit 1
) c
where s.segment_id = any($3::text[])`,
});
