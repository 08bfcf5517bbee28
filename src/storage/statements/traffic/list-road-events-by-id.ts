import { defineStatement } from '../../statement.ts';
import { roadEventColumns, roadEventFilter, roadEventRow } from './road-event.ts';

/** A page of road events by id. $1 to $10 filter; $11 id of the last row seen; $12 rows. */
export const listRoadEventsById = defineStatement({
  name: 'traffic.list-road-events-by-id',
  scoped: false,
  row: roadEventRow,
  plannedAnew: true,
  text: `
select ${roadEventColumns}
from traffic.road_event e
where ${roadEventFilter}
  and ($11::text is null or e.id > $11)
order by e.id
limit $12`,
});
