import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { text, whole } from '../shapes.ts';
import { isToldTo } from './event-audience.ts';

/** Accidents by division. $1 division codes, $2 and $3 their first and last code below; $4 from, $5 to, $6 audience. */
export const countAccidents = defineStatement({
  name: 'traffic.count-accidents',
  scoped: false,
  row: z.strictObject({ parent: text, count: whole }),
  text: `
select asked.code as parent, count(e.id) as count
from unnest($1::text[], $2::text[], $3::text[]) as asked (code, first_code, last_code)
left join traffic.road_event e
  on e.division_code between asked.first_code and asked.last_code
  and e.event_kind = 'ACCIDENT'
  and e.valid_from >= $4::timestamptz and e.valid_from < $5::timestamptz
  and e.information_status = 'REAL'
  and ${isToldTo('e', 6)}
  and e.status not in ('CANCELLED', 'FALSE_ALARM')
group by asked.code`,
});
