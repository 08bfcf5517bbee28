import * as z from 'zod';
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

export const roadSegmentColumns = `s.id, s.road_id as "roadId", s.road_code as "roadCode", s.road_name as "roadName",
  s.division_code as "divisionCode", s.admin_class as "adminClass", s.technical_grade as "technicalGrade",
  ${LOW_GRADE} as "lowGrade", s.direction, s.start_stake_m as "startStakeM", s.end_stake_m as "endStakeM",
  s.length_km as "lengthKm", s.lane_count as "laneCount", s.pavement_width_m as "pavementWidthM",
  s.design_speed_kph as "designSpeedKph", s.surface_type as "surfaceType", s.built_year as "builtYear",
  s.is_tolled as "isTolled", s.maintainer, s.aadt, s.night_flow as "nightFlow",
  s.traffic_status as "trafficStatus", s.traffic_status_at as "trafficStatusAt"`;

/** Filter of road segments: $1, $2 first and last division, $3 roads, $4 grades, $5 low grade, $6 least AADT. */
export const roadSegmentFilter = `($1::text is null or s.division_code between $1 and $2::text)
  and ($3::text[] is null or s.road_code = any($3))
  and ($4::text[] is null or s.technical_grade = any($4))
  and ($5::boolean is null or ${LOW_GRADE} = $5)
  and ($6::integer is null or s.aadt >= $6)`;
