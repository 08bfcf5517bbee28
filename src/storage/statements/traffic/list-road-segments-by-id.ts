import { defineStatement } from '../../statement.ts';
import { roadSegmentColumns, roadSegmentFilter, roadSegmentRow } from './road-segment.ts';

/** A page of road segments by id. $1 to $6 filter; $7 id of the last row seen; $8 rows. */
export const listRoadSegmentsById = defineStatement({
  name: 'traffic.list-road-segments-by-id',
  scoped: false,
  row: roadSegmentRow,
  plannedAnew: true,
  columns: roadSegmentColumns,
  text: (columns) => `
select ${columns}
from traffic.road_segment s
where ${roadSegmentFilter}
  and ($7::text is null or s.id > $7)
order by s.id
limit $8`,
});
