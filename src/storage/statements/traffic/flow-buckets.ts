import * as z from 'zod';
import { optionalReal, text, whole } from '../shapes.ts';

export const flowBucketRow = z.strictObject({
  start: text,
  vehicleClass: text,
  vehicleCount: whole,
  averageSpeedKph: optionalReal,
});

/** Vehicles of one class in one bucket of time. */
export type FlowBucketRow = z.infer<typeof flowBucketRow>;

/**
 * Common table `counted (segment_id, bucket, vehicle_class, vehicles, speed_sum, speed_vehicles)`: the observations
 * that `where` selects from `f`, in buckets at +08:00.
 *
 * Stations overlap: gantry pairs every five minutes and single gantries every hour count the same vehicles. So of
 * several stations in one direction the one that counted most stands, and of both directions together or each on its
 * own likewise. Periods longer than the bucket cannot be divided and are left out.
 */
export function flowBuckets(where: string, unit: string): string {
  return `
with per_station as (
  select f.segment_id, f.vehicle_class, f.direction, f.station_id, f.period_minutes,
    date_trunc(${unit}::text, f.period_start at time zone interval '8 hours') as bucket,
    sum(f.vehicle_count) as vehicles,
    sum(f.average_speed_kph * f.vehicle_count) as speed_sum,
    sum(f.vehicle_count) filter (where f.average_speed_kph is not null) as speed_vehicles
  from traffic.flow_observation f
  where ${where}
    and f.vehicle_count is not null
    and f.period_minutes <= case ${unit} when 'hour' then 60 else 1440 end
  group by 1, 2, 3, 4, 5, 6
), per_direction as (
  select distinct on (segment_id, bucket, vehicle_class, direction) *
  from per_station
  order by segment_id, bucket, vehicle_class, direction, vehicles desc, period_minutes, station_id
), counted as (
  select distinct on (segment_id, bucket, vehicle_class) segment_id, bucket, vehicle_class,
    sum(vehicles) as vehicles, sum(speed_sum) as speed_sum, sum(speed_vehicles) as speed_vehicles
  from per_direction
  group by segment_id, bucket, vehicle_class, direction = 'BOTH'
  order by segment_id, bucket, vehicle_class, vehicles desc, direction = 'BOTH'
)`;
}

/** The columns of a bucket, from `counted`, grouped by bucket and vehicle class. */
export const flowBucketColumns = `to_char(bucket, 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as start,
  vehicle_class as "vehicleClass", sum(vehicles)::integer as "vehicleCount",
  sum(speed_sum) / nullif(sum(speed_vehicles), 0) as "averageSpeedKph"`;
