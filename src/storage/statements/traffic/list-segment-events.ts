import { defineStatement } from '../../statement.ts';
import { isToldTo } from './event-audience.ts';
import { roadEventColumns, roadEventRow } from './road-event.ts';

/** The newest events on each segment. $1 segment ids, $2 from, $3 to, $4 rows for each segment, $5 audience. */
export const listSegmentEvents = defineStatement({
  name: 'traffic.list-segment-events',
  scoped: false,
  row: roadEventRow,
  columns: roadEventColumns,
  always: ['segmentId'],
  text: (columns) => `
select ${columns}
from unnest($1::text[]) as parent (id)
cross join lateral (
  select *
  from traffic.road_event e
  where e.segment_id = parent.id
    and e.valid_from >= $2::timestamptz and e.valid_from < $3::timestamptz
    and ${isToldTo('e', 5)}
  order by e.valid_from desc, e.id
  limit $4
) e
order by e.valid_from desc, e.id`,
});
