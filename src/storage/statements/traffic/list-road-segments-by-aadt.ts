import { defineStatement } from '../../statement.ts';
import { roadSegmentColumns, roadSegmentFilter, roadSegmentRow } from './road-segment.ts';

/** A page of road segments, highest AADT first. $1 to $6 filter; $7, $8 AADT and id of the last row seen; $9 rows. */
export const listRoadSegmentsByAadt = defineStatement({
  name: 'traffic.list-road-segments-by-aadt',
  scoped: false,
  row: roadSegmentRow,
  plannedAnew: true,
  columns: roadSegmentColumns,
  always: ['aadt'],
  text: (columns) => `
select ${columns}
from traffic.road_segment s
where ${roadSegmentFilter}
  and ($8::text is null
    or s.aadt < $7::integer
    or s.aadt = $7 and s.id > $8
    or s.aadt is null and ($7 is not null or s.id > $8))
order by s.aadt desc nulls last, s.id
limit $9`,
});
