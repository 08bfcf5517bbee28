import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
import { isOverdue } from '../is-overdue.ts';
import { LOOP_FIELDS } from '../loop-step.ts';
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

export const roadEventColumns = defineColumns<RoadEventRow>({
  type: 'RoadEvent',
  sql: {
    id: 'e.id',
    eventKind: 'e.event_kind',
    cause: 'e.cause',
    status: 'e.status',
    segmentId: 'e.segment_id',
    roadCode: 'e.road_code',
    roadName: 'e.road_name',
    divisionCode: 'e.division_code',
    startStakeM: 'e.start_stake_m',
    endStakeM: 'e.end_stake_m',
    direction: 'e.direction',
    vehicleImpact: 'e.vehicle_impact',
    surfaceCondition: 'e.surface_condition',
    informationStatus: 'e.information_status',
    confidentiality: 'e.confidentiality',
    geometry: 'e.geometry',
    placeText: 'e.place_text',
    description: 'e.description',
    validFrom: 'e.valid_from',
    validTo: 'e.valid_to',
    deaths: 'e.deaths',
    injuries: 'e.injuries',
    measures: 'e.measures',
    propertyLossYuan: 'e.property_loss_yuan',
    stateVersion: 'e.state_version',
    dueAt: 'e.due_at',
  },
  madeFrom: {
    segment: ['segmentId'],
    detour: ['id'],
    ...LOOP_FIELDS,
  },
});

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
