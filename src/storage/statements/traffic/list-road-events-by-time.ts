import { defineStatement } from '../../statement.ts';
import { roadEventColumns, roadEventFilter, roadEventRow } from './road-event.ts';

/** A page of road events, newest first. $1 to $12 filter; $13, $14 instant and id of the last row seen; $15 rows. */
export const listRoadEventsByTime = defineStatement({
  name: 'traffic.list-road-events-by-time',
  scoped: false,
  row: roadEventRow,
  plannedAnew: true,
  columns: roadEventColumns,
  always: ['validFrom'],
  text: (columns) => `
select ${columns}
from traffic.road_event e
where ${roadEventFilter}
  and ($14::text is null
    or e.valid_from <= $13::timestamptz and (e.valid_from < $13::timestamptz or e.id > $14))
order by e.valid_from desc, e.id
limit $15`,
});
