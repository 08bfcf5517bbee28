import { onTheTenth } from './sample-span.ts';

const checkpoint = (id: string, usage: string, division_code: string | null, more: object) => ({
  id,
  usage,
  division_code,
  status: 'NORMAL',
  category: 'COUNTY',
  is_enforcement: false,
  ...more,
});

const passage = (id: string, at: string, vehicle_group: string, more: object = {}) => ({
  id,
  checkpoint_id: 'c1',
  segment_id: 's1',
  division_code: '150724',
  usage: 'TRAFFIC',
  pass_time: at,
  vehicle_group,
  plate_no: '蒙E12345',
  ...more,
});

const violation = (id: string, violation_code: string, status: string, more: object = {}) => ({
  id,
  violation_code,
  status,
  violation_time: onTheTenth('12:00:00'),
  division_code: '150724',
  segment_id: 's1',
  checkpoint_id: 'c1',
  points: 3,
  ...more,
});

/** The traffic police's rows, by table. */
export const CHECKPOINT_ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  'checkpoint.checkpoint': [
    checkpoint('c1', 'TRAFFIC', '150724', {
      segment_id: 's1',
      road_id: 'r1',
      along_road_m: 5_000,
      lon: 119.71,
      lat: 49.2,
    }),
    checkpoint('c2', 'TRAFFIC', '150782', {
      segment_id: 's3',
      road_id: 'r1',
      along_road_m: 45_000,
      lon: 120,
      lat: 49,
    }),
    checkpoint('c3', 'PUBLIC_SECURITY', '150724', {
      segment_id: 's2',
      road_id: 'r1',
      along_road_m: 29_000,
      lon: 119.9,
      lat: 49.2,
    }),
    checkpoint('c4', 'TRAFFIC', '150421', { status: 'DISABLED', lon: 118, lat: 42.985 }),
    checkpoint('c5', 'OTHER', null, { lon: 118, lat: 43.005 }),
  ],
  'checkpoint.lane': [
    { checkpoint_id: 'c1', lane_no: 2, direction: 'DOWN', max_speed_kph: 80 },
    { checkpoint_id: 'c1', lane_no: 1, direction: 'UP', max_speed_kph: 80 },
    { checkpoint_id: 'c3', lane_no: 1 },
  ],
  'checkpoint.passage': [
    passage('p1', onTheTenth('08:00:00'), 'PASSENGER_CAR'),
    passage('p2', onTheTenth('21:59:59.999'), 'COACH'),
    passage('p3', onTheTenth('22:00:00'), 'COACH'),
    passage('p4', '2026-01-11T05:59:59.999+08:00', 'COACH', { plate_no: null }),
    passage('p5', '2026-01-11T06:00:00+08:00', 'TRUCK'),
    passage('p6', '2026-01-11T01:00:00+08:00', 'COACH', {
      checkpoint_id: 'c3',
      segment_id: 's2',
      usage: 'PUBLIC_SECURITY',
    }),
    passage('p7', '2025-12-20T01:00:00+08:00', 'TRUCK', {
      checkpoint_id: 'c2',
      segment_id: 's3',
      division_code: '150782',
    }),
  ],
  'checkpoint.violation': [
    violation('v1', '1303', 'ENTERED'),
    violation('v2', '1303', 'UPHELD'),
    violation('v3', '1344', 'NOTIFIED'),
    violation('v4', '1344', 'CAPTURED'),
    violation('v5', '1344', 'CANCELLED'),
    violation('v6', '4305', 'ENTERED', { segment_id: 's3', checkpoint_id: 'c2', division_code: '150782' }),
  ],
  'checkpoint.dispute_incident': [
    { id: 'i1', occurred_at: onTheTenth('07:00:00'), division_code: '150724' },
    { id: 'i2', occurred_at: onTheTenth('08:00:00'), kind: 'NEIGHBOUR', division_code: '150421' },
  ].map((incident) => ({
    kind: 'MARRIAGE_FAMILY',
    relationship: 'SPOUSES',
    physical_conflict: true,
    warning_letter: false,
    subject_ref: 'SUBJ-0123ABCD',
    station: 'station',
    ...incident,
  })),
  'checkpoint.loop_step': [
    {
      machine: 'Violation',
      item_id: 'v3',
      ordinal: 1,
      from_state: 'QUERYABLE',
      to_state: 'NOTIFIED',
      taken_at: '2026-01-11T09:00:00+08:00',
      due_at: '2026-01-12T09:00:00+08:00',
      machine_version: 1,
      policy_version: '2026-1',
      actor: 'p1_sample',
      agency: 'AG-TRAFFIC-POLICE',
      role: 'analyst',
      note: 'As the file says.',
      request_id: 'request-1',
    },
  ],
};
