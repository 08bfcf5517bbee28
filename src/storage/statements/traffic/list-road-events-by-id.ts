import { defineStatement } from '../../statement.ts';
import { roadEventColumns, roadEventFilter, roadEventRow } from './road-event.ts';

/** A page of road events by id. $1 to $12 filter; $13 id of the last row seen; $14 rows. */
export const listRoadEventsById = defineStatement({
  name: 'traffic.list-road-events-by-id',
  scoped: false,
  row: roadEventRow,
  plannedAnew: true,
  columns: roadEventColumns,
  text: (columns) => `
select ${columns}
from traffic.road_event e
where ${roadEventFilter}
  and ($13::text is null or e.id > $13)
order by e.id
limit $14`,
});
