import { defineStatement } from '../../statement.ts';
import { detourRow, wayAround } from './detour.ts';
import { isToldTo } from './event-audience.ts';

/** The ways around road events. $1 ids of events, $2 now, $3 audience. */
export const readDetours = defineStatement({
  name: 'traffic.read-detours',
  scoped: false,
  row: detourRow,
  text: `
select e.id as "eventId", e.detour as description, way.legs, way.lowest_grade as "lowestGrade", way.is_open as "isOpen"
from traffic.road_event e
cross join lateral ${wayAround('$2::timestamptz', 3)} way
where e.id = any($1::text[]) and ${isToldTo('e', 3)} and (e.detour is not null or e.detour_legs is not null)`,
});
