import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
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

export const flowObservationColumns = defineColumns<FlowObservationRow>({
  type: 'FlowObservation',
  sql: {
    stationId: 'f.station_id',
    stationType: 'f.station_type',
    segmentId: 'f.segment_id',
    gantryId: 'f.gantry_id',
    direction: 'f.direction',
    periodStart: 'f.period_start',
    periodMinutes: 'f.period_minutes',
    vehicleClass: 'f.vehicle_class',
    vehicleCount: 'f.vehicle_count',
    averageSpeedKph: 'f.average_speed_kph',
  },
  madeFrom: { segment: ['segmentId'] },
});

/** The newest observations of each parent. $1 parents' ids, $2 from, $3 to, $4 rows for each parent. */
export function flowObservationsBy(column: 'segment_id' | 'gantry_id'): (columns: string) => string {
  return (columns) => `
select ${columns}
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
