import type { MergePlan } from './merge-plan.ts';

// Rural road numbers repeat from county to county, so the county is part of the road's id.
const roadId = `s.code_system || ':' || s.road_ref ||
  case when s.road_ref ~ '^[XYC]\\d{3}$' and s.division_code is not null then ':' || s.division_code else '' end`;

const unknownSegment = {
  code: 'UNKNOWN_SEGMENT',
  when: 'not exists (select from traffic.road_segment known where known.id = s.segment_id)',
};
const unknownGantry = {
  code: 'UNKNOWN_GANTRY',
  when: 'not exists (select from traffic.gantry known where known.id = s.gantry_id)',
};

export const adminDivision: MergePlan = {
  table: 'traffic.admin_division',
  key: ['code'],
  onConflict: 'replace',
};

export const roadSegment: MergePlan = {
  table: 'traffic.road_segment',
  key: ['id'],
  onConflict: 'replace',
  before: [
    `insert into pg_temp.touched_road
       select ${roadId} from pg_temp.stage_roadsegment s
       union select road_id from traffic.road_segment where id in (select id from pg_temp.stage_roadsegment)
       on conflict do nothing`,
    `insert into traffic.road (id, road_code, code_system, road_ref, admin_class, online_label)
       select distinct on (1) ${roadId}, s.road_code, s.code_system, s.road_ref, s.admin_class, s.online_label
         from pg_temp.stage_roadsegment s order by 1, s.line_no
       on conflict do nothing`,
  ],
  columns: { road_id: roadId },
};

export const roadCrosswalk: MergePlan = {
  table: 'traffic.road_crosswalk',
  key: ['id'],
  onConflict: 'replace',
  quarantine: [unknownSegment],
};

export const gantry: MergePlan = {
  table: 'traffic.gantry',
  key: ['id'],
  onConflict: 'replace',
  quarantine: [unknownSegment],
  join: 'join traffic.road_segment segment on segment.id = s.segment_id',
  columns: { division_code: 'coalesce(s.division_code, segment.division_code)' },
  note: 'changed_gantry',
};

export const flowObservation: MergePlan = {
  table: 'traffic.flow_observation',
  key: ['station_id', 'period_start', 'period_minutes', 'vehicle_class'],
  onConflict: 'keep',
  month: 'period_start',
  quarantine: [
    {
      code: 'UNKNOWN_GANTRY',
      when: `(s.gantry_id is not null and ${unknownGantry.when})
        or (s.end_gantry_id is not null
            and not exists (select from traffic.gantry known where known.id = s.end_gantry_id))`,
    },
    { code: 'UNKNOWN_SEGMENT', when: `s.segment_id is not null and ${unknownSegment.when}` },
  ],
  before: [
    `insert into pg_temp.touched_segment
       select distinct coalesce(s.segment_id, gantry.segment_id)
         from pg_temp.stage_flowobservation s left join traffic.gantry gantry on gantry.id = s.gantry_id
       on conflict do nothing`,
  ],
  join: `left join traffic.gantry gantry on gantry.id = s.gantry_id
    join traffic.road_segment segment on segment.id = coalesce(s.segment_id, gantry.segment_id)`,
  columns: {
    segment_id: 'segment.id',
    division_code: 'coalesce(gantry.division_code, segment.division_code)',
  },
  omit: ['end_gantry_id'],
};

export const gantryPassage: MergePlan = {
  table: 'traffic.gantry_passage',
  key: ['id', 'trans_time'],
  onConflict: 'keep',
  month: 'trans_time',
  quarantine: [unknownGantry],
  join: 'join traffic.gantry gantry on gantry.id = s.gantry_id',
  columns: { segment_id: 'gantry.segment_id', division_code: 'gantry.division_code' },
};

export const roadEvent: MergePlan = {
  table: 'traffic.road_event',
  key: ['id'],
  onConflict: 'replace',
  edition: 'version',
  quarantine: [
    { code: 'UNKNOWN_SEGMENT', when: `s.segment_id is not null and ${unknownSegment.when}` },
    {
      code: 'UNKNOWN_EVENT',
      when: `s.detour_of is not null
        and not exists (select from pg_temp.stage_roadevent event where event.id = s.detour_of and event.detour_of is null)
        and not exists (select from traffic.road_event known where known.id = s.detour_of)`,
    },
  ],
  before: [
    `update pg_temp.stage_roadevent event set detour = coalesce(event.detour, way.detour)
       from pg_temp.stage_roadevent way where way.detour_of = event.id`,
    `update traffic.road_event event set detour = way.detour
       from pg_temp.stage_roadevent way
       where way.detour_of = event.id and way.detour is distinct from event.detour
         and not exists (select from pg_temp.stage_roadevent s where s.id = event.id)`,
    'delete from pg_temp.stage_roadevent where detour_of is not null',
  ],
  // Who knows road and stake knows the segment: numbers of rural roads count within their county.
  join: `left join lateral (
    select segment.id, segment.division_code from traffic.road_segment segment
     where segment.road_code = s.road_code and (s.road_code !~ '^[XYC]' or segment.division_code = s.division_code)
       and segment.start_stake_m <= s.start_stake_m and s.start_stake_m < segment.end_stake_m
     order by segment.id limit 1) place on s.segment_id is null`,
  columns: {
    segment_id: 'coalesce(s.segment_id, place.id)',
    division_code: 'coalesce(s.division_code, place.division_code)',
    confidentiality: `coalesce(s.confidentiality, 'NO_RESTRICTION')`,
  },
  omit: ['detour_of'],
};
