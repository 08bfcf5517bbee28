/**
 * Below which share of the design speed traffic counts as what. A choice of ours, to be set as the operator sees it: five
 * degrees with lines at these shares are how we remember GB/T 33171, which looks at city roads and at the free speed, and
 * whose text we have not compared. docs/measures.md says so too.
 */
const SLOWER_THAN: readonly (readonly [share: number, status: string])[] = [
  [0.3, 'CONGESTED'],
  [0.5, 'HEAVY'],
];
const OTHERWISE = 'FREE_FLOW';

const statusBySpeed = `case ${SLOWER_THAN.map(
  ([share, status]) => `when min(speed_kph) < ${share} * min(segment.design_speed_kph) then '${status}'`,
).join(' ')} else '${OTHERWISE}' end`;

/**
 * How traffic flows (路况), by the newest observation with a speed: the mean speed of the slower carriageway, weighted by
 * vehicles, beside the design speed. What came late, and tells of a time before, changes nothing.
 */
const tellTrafficStatus = `
  with newest as (
    select touched.id, flow.period_start, flow.period_minutes
      from pg_temp.touched_segment touched
      cross join lateral (
        select period_start, period_minutes from traffic.flow_observation
         where segment_id = touched.id and period_minutes < 1440 and vehicle_count > 0 and average_speed_kph is not null
         order by period_start desc, period_minutes limit 1) flow
  ), by_direction as (
    select newest.id, newest.period_start + make_interval(mins => newest.period_minutes) as observed_until,
           sum(flow.vehicle_count * flow.average_speed_kph) / sum(flow.vehicle_count) as speed_kph
      from newest
      join traffic.flow_observation flow on flow.segment_id = newest.id
       and flow.period_start = newest.period_start and flow.period_minutes = newest.period_minutes
     where flow.vehicle_count > 0 and flow.average_speed_kph is not null
     group by newest.id, observed_until, flow.direction
  ), told as (
    select segment.id, min(observed_until) as observed_until,
           ${statusBySpeed} as status
      from by_direction join traffic.road_segment segment on segment.id = by_direction.id
     where segment.design_speed_kph is not null
     group by segment.id
  )
  update traffic.road_segment segment
     set traffic_status = told.status, traffic_status_at = told.observed_until
    from told
   where segment.id = told.id
     and (segment.traffic_status, segment.traffic_status_at) is distinct from (told.status, told.observed_until)`;

/** What follows from new observations of flow, beside the flow of nights. */
export const AFTER_SPEEDS: readonly string[] = [tellTrafficStatus];
