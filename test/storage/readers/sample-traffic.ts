import { onTheTenth } from './sample-span.ts';

const ROAD = { code_system: 'GB_T_917', road_ref: 'G10' };

const flow = (
  station_id: string,
  direction: string,
  period_start: string,
  vehicle_class: string,
  vehicle_count: number | null,
  average_speed_kph: number | null,
  period_minutes = 60,
) => ({
  station_id,
  station_type: 'CONTINUOUS',
  segment_id: 's1',
  gantry_id: station_id === 'a' ? 'g1' : null,
  division_code: '150724',
  direction,
  period_start,
  period_minutes,
  vehicle_class,
  vehicle_count,
  average_speed_kph,
});

const gantryPassage = (
  id: string,
  vehicle_group: string,
  axle_count: number,
  total_weight_kg: number | null,
) => ({
  id,
  gantry_id: 'g1',
  segment_id: 's1',
  division_code: '150724',
  trans_time: onTheTenth(`10:00:${id.slice(-2)}`),
  media_type: 'OBU',
  vehicle_plate: '蒙E12345',
  vehicle_type: '11',
  vehicle_group,
  axle_count,
  total_weight_kg,
});

const event = (
  id: string,
  event_kind: string,
  division_code: string | null,
  valid_from: string,
  more: object = {},
) => ({
  id,
  version: 1,
  event_kind,
  division_code,
  valid_from,
  status: 'CLEARED',
  information_status: 'REAL',
  confidentiality: 'NO_RESTRICTION',
  ...more,
});

const drift = { surface_condition: 'SNOW_DRIFTS', road_code: 'G10', segment_id: 's1' };

/** The transport centre's rows, by table. */
export const TRAFFIC_ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'traffic.admin_division': [
    { code: '150000', name: '内蒙古自治区', level: 'PROVINCE', kind: 'AUTONOMOUS_REGION' },
    { code: '150700', name: '呼伦贝尔市', level: 'PREFECTURE', kind: 'CITY', parent_code: '150000' },
    {
      code: '150724',
      name: '鄂温克族自治旗',
      level: 'COUNTY',
      kind: 'AUTONOMOUS_BANNER',
      parent_code: '150700',
    },
    { code: '150782', name: '牙克石市', level: 'COUNTY', kind: 'COUNTY_CITY', parent_code: '150700' },
  ],
  'traffic.road': [
    { id: 'r1', road_code: 'G10', name: '绥满高速', admin_class: 'NATIONAL', ...ROAD },
    { id: 'r2', road_code: 'X904', ...ROAD, road_ref: 'X904' },
  ],
  'traffic.road_segment': [
    {
      id: 's1',
      division_code: '150724',
      technical_grade: 'CLASS_3',
      start_stake_m: 0,
      end_stake_m: 10_000,
      aadt: 900,
    },
    {
      id: 's2',
      division_code: '150724',
      technical_grade: 'CLASS_1',
      start_stake_m: 10_000,
      end_stake_m: 30_000,
    },
    {
      id: 's3',
      division_code: '150782',
      technical_grade: 'EXPRESSWAY',
      start_stake_m: 30_000,
      end_stake_m: 60_000,
    },
    { id: 's4', division_code: '150421', start_stake_m: 60_000, end_stake_m: 80_000 },
    { id: 's5', road_id: 'r2', road_code: 'X904', start_stake_m: 0, end_stake_m: 5_000 },
  ].map((segment) => ({
    road_id: 'r1',
    road_code: 'G10',
    direction: 'BOTH',
    geometry:
      segment.id === 's1'
        ? {
            type: 'LineString',
            coordinates: [
              [119.7, 49.2],
              [119.8, 49.2],
            ],
          }
        : null,
    ...ROAD,
    ...segment,
  })),
  'traffic.road_crosswalk': [
    {
      id: 'w1',
      police_road_code: '20010',
      police_km: 5,
      police_m: 0,
      road_code: 'G10',
      stake_m: 5000,
      segment_id: 's1',
    },
  ],
  'reference.segment_place': [
    ['s1', 'r1', 'G10', 0, 10_000],
    ['s2', 'r1', 'G10', 10_000, 30_000],
    ['s3', 'r1', 'G10', 30_000, 60_000],
    ['s4', 'r1', 'G10', 60_000, 80_000],
    ['s5', 'r2', 'X904', 0, 5_000],
  ].map(([segment_id, road_id, road_code, along_road_start_m, along_road_end_m]) => ({
    segment_id,
    road_id,
    road_code,
    along_road_start_m,
    along_road_end_m,
  })),
  'traffic.gantry': [
    {
      id: 'g1',
      segment_id: 's1',
      division_code: '150724',
      direction: 'UP',
      name: '一号',
      lon: 119.7,
      lat: 49.2,
    },
    { id: 'g2', segment_id: 's3', division_code: '150782', direction: 'UP' },
    { id: 'g3', segment_id: 's5', division_code: null, direction: 'DOWN' },
    { id: 'g4', segment_id: 's4', division_code: '150421', direction: 'DOWN' },
  ],
  'reference.gantry_place': [
    { gantry_id: 'g1', segment_id: 's1', lon: 119.7, lat: 49.2 },
    { gantry_id: 'g2', segment_id: 's3', lon: 120.7, lat: 49.3 },
    // c5 stands 0.005 degrees north of it, which is 556 m; c4 0.015 degrees south, which is 1,668 m.
    { gantry_id: 'g3', segment_id: 's5', lon: 118, lat: 43 },
    { gantry_id: 'g4', segment_id: 's4', lon: 100, lat: 30 },
  ],
  'traffic.flow_observation': [
    flow('a', 'UP', onTheTenth('08:00:00'), 'SMALL_PASSENGER', 100, 60),
    flow('a', 'UP', onTheTenth('08:00:00'), 'LARGE_TRUCK', 10, 40),
    flow('a', 'UP', onTheTenth('09:00:00'), 'SMALL_PASSENGER', 50, 80),
    // Half past four in the afternoon at Greenwich, but the 11th at +08:00.
    flow('a', 'UP', '2026-01-10T16:30:00Z', 'SMALL_PASSENGER', 7, 50),
    // The same carriageway, counted by another station in another rhythm.
    flow('b', 'UP', onTheTenth('08:00:00'), 'SMALL_PASSENGER', 30, 70, 5),
    flow('b', 'UP', onTheTenth('08:05:00'), 'SMALL_PASSENGER', 30, 50, 5),
    flow('b', 'UP', onTheTenth('08:10:00'), 'SMALL_PASSENGER', null, null, 5),
    flow('c', 'DOWN', onTheTenth('08:00:00'), 'SMALL_PASSENGER', 40, 90),
    flow('d', 'BOTH', onTheTenth('00:00:00'), 'SMALL_PASSENGER', 500, null, 1440),
  ],
  'traffic.gantry_passage': [
    gantryPassage('t-01', 'TRUCK', 2, 18_000),
    gantryPassage('t-02', 'TRUCK', 2, 18_001),
    gantryPassage('t-03', 'TRUCK', 6, 49_001),
    gantryPassage('t-04', 'TRUCK', 8, 49_000),
    gantryPassage('t-05', 'TRUCK', 8, 50_000),
    gantryPassage('t-06', 'TRUCK', 2, null),
    gantryPassage('t-07', 'PASSENGER_CAR', 2, 1_500),
    {
      ...gantryPassage('t-08', 'TRUCK', 2, 30_000),
      gantry_id: 'g2',
      segment_id: 's3',
      division_code: '150782',
    },
  ],
  'traffic.loop_step': [
    {
      machine: 'RoadEvent',
      item_id: 'e1',
      ordinal: 1,
      from_state: 'VERIFIED',
      to_state: 'ACTIVE',
      taken_at: '2026-01-11T09:00:00+08:00',
      due_at: '2026-01-12T09:00:00+08:00',
      machine_version: 1,
      policy_version: '2026-1',
      actor: 'p1_sample',
      agency: 'AG-TRANSPORT-CENTRE',
      role: 'partner',
      note: 'As the file says.',
      request_id: 'request-1',
    },
  ],
  'traffic.road_event': [
    event('e1', 'ACCIDENT', '150724', '2026-01-05T08:00:00+08:00', {
      segment_id: 's1',
      road_code: 'G10',
      deaths: 0,
      detour: '经连接线绕行。',
      detour_legs: [{ roadCode: 'G10', fromStakeM: 10_000, toStakeM: 40_000 }],
    }),
    event('e2', 'ACCIDENT', '150782', '2026-01-05T09:00:00+08:00'),
    event('e3', 'ACCIDENT', '150421', '2026-01-05T10:00:00+08:00'),
    event('e4', 'ACCIDENT', '150724', '2026-01-05T11:00:00+08:00', { status: 'FALSE_ALARM' }),
    event('e5', 'ACCIDENT', '150724', '2026-01-05T12:00:00+08:00', { information_status: 'TEST' }),
    event('e6', 'CLOSURE', '150724', '2025-12-01T00:00:00+08:00', {
      ...drift,
      valid_to: '2025-12-01T12:00:00+08:00',
    }),
    event('e7', 'CLOSURE', '150724', '2026-01-20T00:00:00+08:00', {
      ...drift,
      valid_to: '2026-01-21T00:00:00+08:00',
    }),
    event('e8', 'CLOSURE', '150782', '2026-01-20T00:00:00+08:00', {
      ...drift,
      road_code: 'X904',
      status: 'ACTIVE',
    }),
    event('e9', 'CLOSURE', '150724', '2026-06-30T23:59:59+08:00', {
      ...drift,
      valid_to: '2026-07-01T05:59:59+08:00',
    }),
    event('e10', 'CLOSURE', '150724', '2026-07-01T00:00:00+08:00', {
      ...drift,
      valid_to: '2026-07-01T02:00:00+08:00',
    }),
    event('e11', 'CLOSURE', '150724', '2026-01-22T00:00:00+08:00', { ...drift, status: 'CANCELLED' }),
  ],
};
