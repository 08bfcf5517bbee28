import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
import { optionalFlag, optionalInstant, optionalReal, optionalText, optionalWhole, text } from '../shapes.ts';

export const roadSegmentRow = z.strictObject({
  id: text,
  roadId: text,
  roadCode: optionalText,
  roadName: optionalText,
  divisionCode: optionalText,
  adminClass: optionalText,
  technicalGrade: optionalText,
  lowGrade: optionalFlag,
  direction: text,
  startStakeM: optionalWhole,
  endStakeM: optionalWhole,
  lengthKm: optionalReal,
  laneCount: optionalWhole,
  pavementWidthM: optionalReal,
  designSpeedKph: optionalWhole,
  surfaceType: optionalText,
  builtYear: optionalWhole,
  isTolled: optionalFlag,
  maintainer: optionalText,
  aadt: optionalWhole,
  nightFlow: optionalReal,
  trafficStatus: optionalText,
  trafficStatusAt: optionalInstant,
});

/** A row of traffic.road_segment but for its course, which is long and read only where it is asked for. */
export type RoadSegmentRow = z.infer<typeof roadSegmentRow>;

/** What the project calls a low-grade road (低等级公路). */
export const LOW_GRADE = `s.technical_grade in ('CLASS_3', 'CLASS_4', 'SUBSTANDARD')`;

export const roadSegmentColumns = defineColumns<RoadSegmentRow>({
  type: 'RoadSegment',
  sql: {
    id: 's.id',
    roadId: 's.road_id',
    roadCode: 's.road_code',
    roadName: 's.road_name',
    divisionCode: 's.division_code',
    adminClass: 's.admin_class',
    technicalGrade: 's.technical_grade',
    lowGrade: LOW_GRADE,
    direction: 's.direction',
    startStakeM: 's.start_stake_m',
    endStakeM: 's.end_stake_m',
    lengthKm: 's.length_km',
    laneCount: 's.lane_count',
    pavementWidthM: 's.pavement_width_m',
    designSpeedKph: 's.design_speed_kph',
    surfaceType: 's.surface_type',
    builtYear: 's.built_year',
    isTolled: 's.is_tolled',
    maintainer: 's.maintainer',
    aadt: 's.aadt',
    nightFlow: 's.night_flow',
    trafficStatus: 's.traffic_status',
    trafficStatusAt: 's.traffic_status_at',
  },
  madeFrom: {
    road: ['roadId'],
    division: ['divisionCode'],
    geometry: ['id'],
    flowSummary: ['id'],
    flowObservations: ['id'],
    gantries: ['id'],
    gantryCount: ['id'],
    events: ['id'],
    crosswalks: ['id'],
  },
});

/** Filter of road segments: $1, $2 first and last division, $3 roads, $4 grades, $5 low grade, $6 least AADT. */
export const roadSegmentFilter = `($1::text is null or s.division_code between $1 and $2::text)
  and ($3::text[] is null or s.road_code = any($3))
  and ($4::text[] is null or s.technical_grade = any($4))
  and ($5::boolean is null or ${LOW_GRADE} = $5)
  and ($6::integer is null or s.aadt >= $6)`;
