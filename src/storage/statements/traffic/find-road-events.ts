import { defineStatement } from '../../statement.ts';
import { roadEventColumns, roadEventRow } from './road-event.ts';

/** Road events by id. $1 ids. */
export const findRoadEvents = defineStatement({
  name: 'traffic.find-road-events',
  scoped: false,
  row: roadEventRow,
  text: `
select ${roadEventColumns}
from traffic.road_event e
where e.id = any($1::text[])`,
});
