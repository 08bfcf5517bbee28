import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { optionalReal, optionalText, whole } from '../shapes.ts';
import { isToldTo } from './event-audience.ts';

const closureSummaryRow = z.strictObject({
  roadCode: optionalText,
  winter: whole,
  closures: whole,
  meanHours: optionalReal,
});

/** Closures of one road in one winter. */
export type ClosureSummaryRow = z.infer<typeof closureSummaryRow>;

/** Closures by road and winter, July to June. $1 from, $2 to, $3 surface condition, $4 audience. */
export const summariseClosures = defineStatement({
  name: 'traffic.summarise-closures',
  scoped: false,
  row: closureSummaryRow,
  text: `
select e.road_code as "roadCode",
  extract(year from e.valid_from at time zone interval '8 hours' - interval '6 months')::integer as winter,
  count(*) as closures,
  avg(extract(epoch from e.valid_to - e.valid_from))::float8 / 3600 as "meanHours"
from traffic.road_event e
where e.surface_condition = $3::text
  and e.event_kind = 'CLOSURE'
  and e.valid_from >= $1::timestamptz and e.valid_from < $2::timestamptz
  and e.information_status = 'REAL'
  and ${isToldTo('e', 4)}
  and e.status not in ('CANCELLED', 'FALSE_ALARM', 'PLANNED', 'PENDING')
group by 1, 2
order by 1 nulls last, 2`,
});
