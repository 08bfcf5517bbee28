import { defineStatement } from '../../statement.ts';
import { roadSegmentColumns, roadSegmentRow } from './road-segment.ts';

/** Road segments by id. $1 ids. */
export const findRoadSegments = defineStatement({
  name: 'traffic.find-road-segments',
  scoped: false,
  row: roadSegmentRow,
  columns: roadSegmentColumns,
  text: (columns) => `
select ${columns}
from traffic.road_segment s
where s.id = any($1::text[])`,
});
