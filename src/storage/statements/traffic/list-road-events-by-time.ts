import { defineStatement } from '../../statement.ts';
import { roadEventColumns, roadEventFilter, roadEventRow } from './road-event.ts';

/** A page of road events, newest first. $1 to $7 filter; $8, $9 instant and id of the last row seen; $10 rows. */
export const listRoadEventsByTime = defineStatement({
  name: 'traffic.list-road-events-by-time',
  scoped: false,
  row: roadEventRow,
  plannedAnew: true,
  text: `
select ${roadEventColumns}
from traffic.road_event e
where ${roadEventFilter}
  and ($9::text is null
    or e.valid_from <= $8::timestamptz and (e.valid_from < $8::timestamptz or e.id > $9))
order by e.valid_from desc, e.id
limit $10`,
});
