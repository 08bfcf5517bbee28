import { defineStatement } from '../../statement.ts';
import { isToldTo } from './event-audience.ts';
import { roadEventColumns, roadEventRow } from './road-event.ts';

/** Road events by id. $1 ids, $2 audience. */
export const findRoadEvents = defineStatement({
  name: 'traffic.find-road-events',
  scoped: false,
  row: roadEventRow,
  columns: roadEventColumns,
  text: (columns) => `
select ${columns}
from traffic.road_event e
where e.id = any($1::text[]) and ${isToldTo('e', 2)}`,
});
