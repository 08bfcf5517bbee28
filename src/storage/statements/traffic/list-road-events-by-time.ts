import { defineStatement } from '../../statement.ts';
import { roadEventColumns, roadEventFilter, roadEventRow } from './road-event.ts';

/** A page of road events, newest first. $1 to $10 filter; $11, $12 instant and id of the last row seen; $13 rows. */
export const listRoadEventsByTime = defineStatement({
  name: 'traffic.list-road-events-by-time',
  scoped: false,
  row: roadEventRow,
  plannedAnew: true,
  text: `
select ${roadEventColumns}
from traffic.road_event e
where ${roadEventFilter}
  and ($12::text is null
    or e.valid_from <= $11::timestamptz and (e.valid_from < $11::timestamptz or e.id > $12))
order by e.valid_from desc, e.id
limit $13`,
});
