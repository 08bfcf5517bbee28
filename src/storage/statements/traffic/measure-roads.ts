import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { optionalReal, whole } from '../shapes.ts';
import { isToldTo } from './event-audience.ts';
import { LOW_GRADE } from './road-segment.ts';

const roadMeasuresRow = z.strictObject({
  lowGradeSegments: whole,
  observedSegments: whole,
  publishedEvents: whole,
  medianMinutesToPublication: optionalReal,
});

/** How well roads are watched and events told of in a span. */
export type RoadMeasuresRow = z.infer<typeof roadMeasuresRow>;

/**
 * Low-grade segments, and those on which anything was counted in a span; events that began in it and were verified and
 * opened here. $1 from, $2 to, $3 audience.
 */
export const measureRoads = defineStatement({
  name: 'traffic.measure-roads',
  scoped: false,
  row: roadMeasuresRow,
  text: `
with low as (
  select exists (
    select from traffic.flow_observation f
    where f.segment_id = s.id and f.vehicle_count is not null
      and f.period_start >= $1::timestamptz and f.period_start < $2::timestamptz
  ) as is_observed
  from traffic.road_segment s
  where ${LOW_GRADE}
), published as (
  select extract(epoch from min(step.taken_at) - e.valid_from)::float8 / 60 as minutes
  from traffic.road_event e
  join traffic.loop_step step on step.machine = 'RoadEvent' and step.item_id = e.id
    and step.from_state = 'VERIFIED' and step.to_state = 'ACTIVE'
  where e.valid_from >= $1::timestamptz and e.valid_from < $2::timestamptz
    and e.information_status = 'REAL'
    and ${isToldTo('e', 3)}
  group by e.id
)
select (select count(*) from low) as "lowGradeSegments",
  (select count(*) from low where is_observed) as "observedSegments",
  count(*) as "publishedEvents",
  percentile_cont(0.5) within group (order by minutes) as "medianMinutesToPublication"
from published`,
});
