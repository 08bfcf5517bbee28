import * as z from 'zod';
import { isOverdue } from '../is-overdue.ts';
import {
  instant,
  optionalInstant,
  optionalReal,
  optionalText,
  optionalWhole,
  text,
  whole,
} from '../shapes.ts';
import { hasOpenDetour } from './detour.ts';
import { isToldTo } from './event-audience.ts';

export const roadEventRow = z.strictObject({
  id: text,
  eventKind: text,
  cause: optionalText,
  status: text,
  segmentId: optionalText,
  roadCode: optionalText,
  roadName: optionalText,
  divisionCode: optionalText,
  startStakeM: optionalWhole,
  endStakeM: optionalWhole,
  direction: optionalText,
  vehicleImpact: optionalText,
  surfaceCondition: optionalText,
  informationStatus: text,
  confidentiality: text,
  geometry: z.record(z.string(), z.unknown()).nullable(),
  placeText: optionalText,
  description: optionalText,
  validFrom: instant,
  validTo: optionalInstant,
  deaths: optionalWhole,
  injuries: optionalWhole,
  measures: optionalText,
  propertyLossYuan: optionalReal,
  stateVersion: whole,
  dueAt: optionalInstant,
});

/** A row of traffic.road_event. */
export type RoadEventRow = z.infer<typeof roadEventRow>;

export const roadEventColumns = `e.id, e.event_kind as "eventKind", e.cause, e.status, e.segment_id as "segmentId",
  e.road_code as "roadCode", e.road_name as "roadName", e.division_code as "divisionCode", e.start_stake_m as "startStakeM",
  e.end_stake_m as "endStakeM", e.direction, e.vehicle_impact as "vehicleImpact",
  e.surface_condition as "surfaceCondition", e.information_status as "informationStatus", e.confidentiality, e.geometry,
  e.place_text as "placeText", e.description, e.valid_from as "validFrom",
  e.valid_to as "validTo", e.deaths, e.injuries, e.measures, e.property_loss_yuan as "propertyLossYuan",
  e.state_version as "stateVersion", e.due_at as "dueAt"`;

/**
 * Filter of road events: $1, $2 first and last division, $3 kinds, $4 from, $5 to, $6 surface, $7 roads, $8 states,
 * $9 whether it is overdue, $10 now, $11 grade of its open detour,
 * $12 audience.
 */
export const roadEventFilter = `($1::text is null or e.division_code between $1 and $2::text)
  and ($3::text[] is null or e.event_kind = any($3))
  and e.valid_from >= $4::timestamptz and e.valid_from < $5::timestamptz
  and ($6::text is null or e.surface_condition = $6)
  and ($7::text[] is null or e.road_code = any($7))
  and ($8::text[] is null or e.status = any($8))
  and ${isOverdue('e', 9)}
  and ${hasOpenDetour(11, 10, 12)}
  and ${isToldTo('e', 12)}`;
