import type { GraphQLSchema } from 'graphql';
import type { AskOptions, World } from '../world/open-world.ts';
import { readConsumerSchema } from './consumer-schema.ts';
import { inFragments, underAliases } from './f-paths/disguise.ts';
import { look, openBare } from './non-interference/two-worlds.ts';

const turnedRound = (instant: string, bucket: string): string => {
  const start = `date_bin('${bucket}', ${instant}, '2000-01-01 00:00:00+08')`;
  return `${start} + (interval '${bucket}' - interval '1 millisecond' - (${instant} - ${start}))`;
};

// What the transport centre may not see: rows outside its row scope, fields that it has no grant for, and of masked
// values the part that the mask takes away: within an hour, or a day, the order of times is turned round.
const SECRETS = `
  update checkpoint.passage set plate_no = '蒙E99X99' where plate_no = '蒙E12345';
  update checkpoint.passage set pass_time = ${turnedRound('pass_time', '1 hour')};
  update checkpoint.passage set image_url = 'kakou/secret.jpg', lane_no = 3, plate_class = '02', plate_color = 'BLUE',
    vehicle_color = 'RED';
  update checkpoint.checkpoint set checkpoint_id = '15072400001210000001', org_code = 'secret', police_road_code = '1',
    police_km = 2, police_m = 3;
  update checkpoint.checkpoint set name = 'moved', lon = 119.7, lat = 49.2, segment_id = 's1' where id in ('c3', 'c4');
  insert into checkpoint.checkpoint (id, name, division_code, status, category, usage, segment_id, lon, lat, online_label)
  values ('a0', 'hidden', '150724', 'NORMAL', 'OTHER', 'PUBLIC_SECURITY', 's1', 119.7, 49.2, 'INTERNAL'),
         ('b0', 'hidden', '150430', 'NORMAL', 'OTHER', 'TRAFFIC', 's2', 119.7, 49.2, 'INTERNAL'),
         ('z0', 'hidden', null, 'NORMAL', 'OTHER', 'TRAFFIC', 's3', 120.7, 49.3, 'INTERNAL');
  insert into checkpoint.lane (checkpoint_id, lane_no, online_label) values ('c1', 9, 'INTERNAL');
  select ingest.ensure_month('checkpoint.passage', '2022-12-01');
  insert into checkpoint.passage (id, checkpoint_id, segment_id, division_code, usage, pass_time, plate_no, vehicle_group, online_label)
  values ('h1', 'c1', 's1', '150724', 'TRAFFIC', '2022-12-24T08:00:00+08:00', '蒙E00001', 'TRUCK', 'RESTRICTED'),
         ('h2', 'c1', 's1', '150430', 'TRAFFIC', '2026-01-12T08:00:00+08:00', '蒙E00001', 'TRUCK', 'RESTRICTED'),
         ('h3', 'a0', 's1', '150724', 'PUBLIC_SECURITY', '2026-01-12T08:00:00+08:00', '蒙E00001', 'TRUCK', 'RESTRICTED');
  update checkpoint.violation set violation_time = ${turnedRound('violation_time', '1 day')}, points = 12, fine_yuan = 2000,
    measured = 99, device_id = 'secret';
  insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, segment_id, online_label)
  values ('h4', '150430', '2026-01-31T08:00:00+08:00', '1303', 'ENTERED', 's1', 'RESTRICTED'),
         ('h5', '150724', '2026-01-31T08:00:00+08:00', '1303', 'REVIEWED', 's1', 'RESTRICTED');
  update traffic.gantry_passage set vehicle_plate = '蒙E99X99', trade_result = 'SECRET';
  update mediation.mediation_case set facts = 'secret', segment_id = 's2', dispute_kind = 'ROAD_ACCIDENT';
  update mediation.mediation_party set name = 'secret', phone = '13800000000';
  insert into mediation.mediation_case (id, case_no, dispute_kind, status, division_code, segment_id, road_event_id, accepted_at, online_label)
  values ('h6', 'h6', 'ROAD_ACCIDENT', 'ACCEPTED', '150724', 's1', 'e1', '2026-01-06T08:00:00+08:00', 'RESTRICTED');
  delete from mediation.warning_subject;
  delete from mediation.dispute_warning`;

const PAGE = 'edges { cursor } pageInfo { hasNextPage endCursor }';

// Passages and violations that share an hour, or a day, so that a page can end between two of them.
const CROWD = `
  insert into checkpoint.passage (id, checkpoint_id, segment_id, division_code, usage, pass_time, plate_no, vehicle_group, online_label)
  select 'crowd-' || md5(n::text), 'c1', 's1', '150724', 'TRAFFIC', timestamptz '2026-01-20T08:00:00+08:00' + n * interval '7 minutes',
    '蒙E00001', 'TRUCK', 'RESTRICTED' from generate_series(0, 20) n;
  insert into checkpoint.violation (id, division_code, violation_time, violation_code, status, segment_id, online_label)
  select 'crowd-' || md5(n::text), '150724', timestamptz '2026-01-20T08:00:00+08:00' + n * interval '5 hours', '1303', 'ENTERED', 's1',
    'RESTRICTED' from generate_series(0, 20) n;`;

const QUERIES = [
  '{ checkpoints(first: 200) { nodes { id name divisionCode status usage category isEnforcement direction location } edges { cursor } } }',
  `{ checkpoints(first: 1) { nodes { id } ${PAGE} } }`,
  '{ checkpoints(filter: { segmentIds: ["s1", "s2", "s3"], statuses: [NORMAL] }) { nodes { id segment { id } } } }',
  '{ checkpoints(filter: { divisionCode: "150430" }) { nodes { id } } }',
  '{ checkpoint(id: "c1") { passages(first: 200) { id plateNo passTime vehicleGroup speedKph imageUrl checkpoint { id } } } }',
  '{ checkpoint(id: "c1") { passages(first: 1) { id plateNo passTime laneNo plateClass plateColor vehicleColor } } }',
  '{ c3: checkpoint(id: "c3") { name } a0: checkpoint(id: "a0") { name } none: checkpoint(id: "none") { name } }',
  '{ checkpoint(id: "c1") { checkpointId orgCode policeRoadCode policeKm lanes { laneNo } lastPassageAt(before: "2026-02-01T00:00:00+08:00") } }',
  '{ roadSegments(first: 200) { nodes { id checkpoints { id passages(first: 5) { id plateNo passTime } } } } }',
  `{ roadSegments(first: 2, orderBy: AADT_DESC) { nodes { id aadt nightFlow } ${PAGE} } }`,
  '{ roadSegment(id: "s1") { roadAccidentCases { id facts parties { name } } nearestCheckpoint(withinKm: 50) { distanceKm } } }',
  '{ roadSegment(id: "s1") { passageCount(during: { from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }) } }',
  '{ roadSegment(id: "s1") { violationRates(during: { from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }) { violations } } }',
  '{ gantries(first: 200) { nodes { id checkpoint { id name } checkpointsNearby(withinKm: 50) { distanceKm } } edges { cursor } } }',
  '{ gantry(id: "g1") { passages(first: 200) { id transTime vehiclePlate axleCount totalWeightKg } } }',
  '{ gantry(id: "g1") { axleLoads(during: { from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }) { axleCount passages overweight } } }',
  '{ checkpoint(id: "c1") { passages(first: 7) { id passTime } } }',
  `{ violations(first: 7) { nodes { id violationTime } ${PAGE} } }`,
  '{ violations(first: 200) { nodes { id violationTime violationCode status plateNo divisionCode points fineYuan segment { id } } } }',
  '{ violations(first: 2, filter: { violationCodes: ["1303"] }) { nodes { id } pageInfo { hasNextPage } } }',
  '{ violations(filter: { during: { from: "2026-01-10T00:00:00+08:00", to: "2026-01-10T13:00:00+08:00" } }) { nodes { id } } }',
  '{ checkpoints(filter: { silent: { at: "2026-01-13T00:00:00+08:00", hours: 24 } }) { nodes { id } } }',
  '{ checkpointPassages(first: 5, filter: { plateNo: "蒙E99X99" }) { nodes { id plateNo } } }',
  `{ caseVehicle(plateNo: "蒙E99X99", during: { from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }) {
    passages { nodes { id } } stays(atLeastMinutes: 10) { minutes } companions { id } searchRing { number lastSeenAt } } }`,
  '{ gantryTrajectory(plateNo: "蒙E99X99", during: { from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }) { nodes { id } } }',
  '{ mediationCases { nodes { id facts } } detentionMediations { nodes { id } } disputeWarnings { nodes { id } } }',
  '{ mediationCase(id: "h6") { id } roadEvent(id: "e1") { id deaths roadAccidentCases { id } } }',
  '{ adminDivisions(first: 50) { nodes { code mediationCount(during: { from: "2026-01-01T00:00:00+08:00", to: "2026-02-01T00:00:00+08:00" }) } } }',
  '{ disclosureRecords { nodes { index } } agreements { nodes { uid } } }',
] as const;

const ASKERS: readonly (readonly ['transport' | 'public', AskOptions])[] = [
  ['transport', { purpose: 'ROAD_SAFETY' }],
  ['transport', { purpose: 'ROAD_SAFETY', headers: { 'lukou-strict': 'true' } }],
  ['transport', { purpose: 'STATISTICS' }],
  ['public', {}],
];

const EXPLAIN = `query Why($operation: String!) { explain(operation: $operation) {
  grantDigest fields { path decision code clause explainId } inputs { position decision code clause }
} }`;

describe('Two databases that differ only in what a caller may not see', () => {
  let bare: World;
  let secret: World;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    [bare, secret] = await Promise.all([openBare(CROWD), openBare(CROWD + SECRETS)]);
    schema = await readConsumerSchema();
  }, 120_000);
  afterAll(() => Promise.all([bare.close(), secret.close()]));

  it.each(QUERIES)('give the same bytes by the same statements to %s', async (query) => {
    for (const [asker, options] of ASKERS)
      for (const [written, variables] of [
        [query, {}],
        [underAliases(query), {}],
        [inFragments(query, schema), {}],
        [EXPLAIN, { operation: query }],
      ] as const) {
        const { reply: _one, ...one } = await look(bare, asker, written, { ...options, variables });
        const { reply: _other, ...other } = await look(secret, asker, written, { ...options, variables });
        expect({ written, ...other }).toEqual({ written, ...one });
      }
  });

  it('give other bytes to who may see it: the secrets are there', async () => {
    const changed = [];
    for (const query of QUERIES) {
      const options = { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };
      const [one, other] = [
        await look(bare, 'analyst', query, options),
        await look(secret, 'analyst', query, options),
      ];
      if (one.text !== other.text) changed.push(query);
    }
    expect(changed.length).toBeGreaterThanOrEqual(18);
  });

  it('are answered at all: most of what is compared is data', async () => {
    const answered = [];
    for (const query of QUERIES) {
      const { text } = await bare.ask('transport', query, { purpose: 'ROAD_SAFETY' });
      if (/"id":"(c1|s1|g1|v1|p1|t-01)"|"axleCount"/.test(text)) answered.push(query);
    }
    expect(answered.length).toBeGreaterThanOrEqual(9);
  });
});
