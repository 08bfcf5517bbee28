import * as z from 'zod';
import { instant, optionalReal, optionalText, optionalWhole, text, whole } from '../shapes.ts';

export const flowObservationRow = z.strictObject({
  stationId: text,
  stationType: text,
  segmentId: text,
  gantryId: optionalText,
  direction: text,
  periodStart: instant,
  periodMinutes: whole,
  vehicleClass: text,
  vehicleCount: optionalWhole,
  averageSpeedKph: optionalReal,
});

/** A row of traffic.flow_observation. */
export type FlowObservationRow = z.infer<typeof flowObservationRow>;

/** The newest observations of each parent. $1 parents' ids, $2 from, $3 to, $4 rows for each parent. */
export function flowObservationsBy(column: 'segment_id' | 'gantry_id'): string {
  return `
select f.station_id as "stationId", f.station_type as "stationType", f.segment_id as "segmentId",
  f.gantry_id as "gantryId", f.direction, f.period_start as "periodStart", f.period_minutes as "periodMinutes",
  f.vehicle_class as "vehicleClass", f.vehicle_count as "vehicleCount", f.average_speed_kph as "averageSpeedKph"
from unnest($1::text[]) as parent (id)
cross join lateral (
  select *
  from traffic.flow_observation f
  where f.${column} = parent.id
    and f.period_start >= $2::timestamptz and f.period_start < $3::timestamptz
  order by f.period_start desc, f.station_id, f.period_minutes, f.vehicle_class
  limit $4
) f
order by f.period_start desc, f.station_id, f.period_minutes, f.vehicle_class`;
}
