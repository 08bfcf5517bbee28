import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY, TENTH } from './sample.ts';

let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  readers = openReaders(database, EVERYTHING);
});
afterAll(async () => {
  await readers.close();
  await database.drop();
});

async function ids(page: Promise<{ readonly nodes: readonly { readonly id: string }[] }>): Promise<string[]> {
  return (await page).nodes.map(({ id }) => id);
}

it.each<[string, object, string[]]>([
  ['a province', { divisionCode: '150000' }, ['s1', 's2', 's3', 's4']],
  ['a prefecture', { divisionCode: '150700' }, ['s1', 's2', 's3']],
  ['a county', { divisionCode: '150724' }, ['s1', 's2']],
  ['a road', { roadCodes: ['X904', 'G1'] }, ['s5']],
  ['grades', { technicalGrades: ['CLASS_1', 'EXPRESSWAY'] }, ['s2', 's3']],
  ['low grade', { lowGrade: true }, ['s1']],
  ['other than low grade', { lowGrade: false }, ['s2', 's3']],
  ['AADT', { minAadt: 900 }, ['s1']],
  ['too much AADT', { minAadt: 901 }, []],
  ['two at once', { divisionCode: '150700', lowGrade: false }, ['s2', 's3']],
  ['no road at all', { roadCodes: [] }, []],
])('road segments are filtered by %s', async (_name, filter, expected) => {
  expect(await ids(readers.traffic.roadSegments({ first: 20, filter }))).toEqual(expected);
});

it.each<[string, object, string[]]>([
  ['division', { divisionCode: '150700' }, ['g1', 'g2']],
  ['segment', { segmentIds: ['s5', 's4'] }, ['g3', 'g4']],
])('gantries are filtered by %s', async (_name, filter, expected) => {
  expect(await ids(readers.traffic.gantries({ first: 20, filter }))).toEqual(expected);
});

it.each<[string, object, string[]]>([
  ['division', { divisionCode: '150421' }, ['e3']],
  ['kind', { eventKinds: ['ACCIDENT'] }, ['e5', 'e4', 'e3', 'e2', 'e1']],
  ['span', { during: TENTH }, []],
  ['surface and road', { surfaceCondition: 'SNOW_DRIFTS', roadCodes: ['X904'] }, ['e8']],
])('road events are filtered by %s', async (_name, filter, expected) => {
  expect(await ids(readers.traffic.roadEvents({ first: 20, filter }))).toEqual(expected);
});

it.each<[string, object, string[]]>([
  ['division', { divisionCode: '150700' }, ['c1', 'c2', 'c3']],
  ['segment', { segmentIds: ['s1', 's2'] }, ['c1', 'c3']],
  ['road', { roadCodes: ['G10'] }, ['c1', 'c2', 'c3']],
  ['state', { statuses: ['DISABLED'] }, ['c4']],
])('checkpoints are filtered by %s', async (_name, filter, expected) => {
  expect(await ids(readers.checkpoint.checkpoints({ first: 20, filter }))).toEqual(expected);
  const silent = { at: '2026-01-31T00:00:00+08:00', hours: 1 };
  expect(await ids(readers.checkpoint.checkpoints({ first: 20, filter: { ...filter, silent } }))).toEqual(
    expected,
  );
});

it.each<[string, object, string[]]>([
  ['division', { divisionCode: '150782' }, ['p7']],
  ['checkpoint', { checkpointIds: ['c2', 'c3'] }, ['p6', 'p7']],
  ['span', { during: TENTH }, ['p3', 'p2', 'p1']],
  ['vehicle group', { vehicleGroup: 'TRUCK' }, ['p5', 'p7']],
  ['plate', { plateNo: '蒙E12345', during: TENTH }, ['p3', 'p2', 'p1']],
  ['another plate', { plateNo: '蒙E12346' }, []],
])('passages are filtered by %s', async (_name, filter, expected) => {
  expect(await ids(readers.checkpoint.passages({ first: 20, filter }))).toEqual(expected);
});

it.each<[string, object, string[]]>([
  ['division', { divisionCode: '150782' }, ['v6']],
  ['code', { violationCodes: ['1344'] }, ['v3', 'v5']],
  ['span', { during: JANUARY, violationCodes: ['1303'] }, ['v1', 'v2']],
])('violations are filtered by %s, and unreviewed ones never shown', async (_name, filter, expected) => {
  expect(await ids(readers.checkpoint.violations({ first: 20, filter }))).toEqual(expected);
  expect(await readers.checkpoint.violation('v4')).toBeNull();
});

it.each<[string, object, string[]]>([
  ['division', { divisionCode: '150700' }, ['m1', 'm2', 'm3']],
  ['kind', { disputeKinds: ['NEIGHBOUR'] }, ['m3']],
  ['state', { statuses: ['REGISTERED'] }, ['m2']],
])('mediation cases are filtered by %s', async (_name, filter, expected) => {
  expect(await ids(readers.mediation.mediationCases({ first: 20, filter, orderBy: 'ID_ASC' }))).toEqual(
    expected,
  );
});

it('mediations in detention and warnings are filtered by state, level and division', async () => {
  const { mediation } = readers;
  expect(await ids(mediation.detentionMediations({ first: 20, filter: { statuses: ['CLOSED'] } }))).toEqual([
    'd2',
  ]);
  expect(await ids(mediation.disputeWarnings({ first: 20, filter: { levels: ['RED'] } }))).toEqual(['x1']);
  expect(await ids(mediation.disputeWarnings({ first: 20, filter: { divisionCode: '150400' } }))).toEqual([
    'x2',
  ]);
  expect(await ids(mediation.disputeWarnings({ first: 20, filter: { statuses: ['CLOSED'] } }))).toEqual([]);
});

async function codes(filter: object): Promise<string[]> {
  const page = await readers.traffic.adminDivisions({ first: 20, filter });
  return page.nodes.map(({ code }) => code);
}

it('administrative divisions are filtered by level and by the one above', async () => {
  expect(await codes({ parent: '150700' })).toEqual(['150724', '150782']);
  expect(await codes({ level: 'PREFECTURE' })).toEqual(['150700']);
});
