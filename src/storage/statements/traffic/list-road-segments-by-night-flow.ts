import { defineStatement } from '../../statement.ts';
import { roadSegmentColumns, roadSegmentFilter, roadSegmentRow } from './road-segment.ts';

/** A page of road segments, highest night flow first. $1 to $6 filter; $7, $8 night flow and id of the last row seen; $9 rows. */
export const listRoadSegmentsByNightFlow = defineStatement({
  name: 'traffic.list-road-segments-by-night-flow',
  scoped: false,
  row: roadSegmentRow,
  plannedAnew: true,
  columns: roadSegmentColumns,
  always: ['nightFlow'],
  text: (columns) => `
select ${columns}
from traffic.road_segment s
where ${roadSegmentFilter}
  and ($8::text is null
    or s.night_flow < $7::float8
    or s.night_flow = $7 and s.id > $8
    or s.night_flow is null and ($7 is not null or s.id > $8))
order by s.night_flow desc nulls last, s.id
limit $9`,
});
