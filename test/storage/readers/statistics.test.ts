import type { Pool } from 'pg';
import type { StatisticGrants } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, JANUARY, scopeOf } from './sample.ts';

const RULE = { k: 10, roundTo: 5 };
const MONTH = { from: '2026-01', to: '2026-01' };
const ALL_GROUPS = ['CheckpointPassage.checkpoint', 'CheckpointPassage.vehicleGroup'];

/** Passages of so many different vehicles at one place. */
const passages = (place: string, group: string, vehicles: number, more: object = {}): object[] =>
  Array.from({ length: vehicles }, (_, at) => ({
    id: `${place}-${group}-${at}-${JSON.stringify(more)}`,
    checkpoint_id: place,
    segment_id: 's1',
    division_code: '150724',
    usage: 'TRAFFIC',
    pass_time: '2026-01-10T08:00:00+08:00',
    vehicle_group: group,
    plate_no: `蒙E${place}${group}${at}`,
    speed_kph: 60,
    ...more,
  }));

const ROWS = [
  ...passages('c1', 'PASSENGER_CAR', 41),
  ...passages('c1', 'TRUCK', 23),
  ...passages('c1', 'COACH', 3),
  ...passages('c2', 'PASSENGER_CAR', 17),
  // Fifty passages of one vehicle.
  ...passages('c3', 'TRUCK', 50, { plate_no: '蒙E00001' }),
  ...['c1', 'c2'].flatMap((place) =>
    passages(place, 'PASSENGER_CAR', 12, { pass_time: '2025-12-20T08:00:00+08:00' }),
  ),
];

let database: TestDatabase;
const opened: OpenReaders[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await database.admin(async (admin) => {
    for (const month of ['2025-12-01', '2026-01-01'])
      await admin.query('select ingest.ensure_month($1, $2)', ['checkpoint.passage', month]);
    await insertRows(admin, 'checkpoint.passage', ROWS as Record<string, unknown>[]);
    await admin.query('select ingest.ensure_month($1, $2)', ['traffic.gantry_passage', '2026-01-01']);
    await insertRows(admin, 'traffic.gantry_passage', GANTRY_PASSAGES);
    await insertRows(admin, 'mediation.mediation_case', CASES);
    await insertRows(admin, 'mediation.mediation_party', PARTIES);
  });
});
afterEach(async () => {
  for (const readers of opened.splice(0)) await readers.close();
});
afterAll(() => database.drop());

const CASES = Array.from({ length: 24 }, (_, at) => ({
  id: `m${at}`,
  case_no: `N${at}`,
  dispute_kind: at < 12 ? 'NEIGHBOUR' : 'CONTRACT',
  status: 'AGREED',
  result: 'SUCCESS',
  division_code: at % 2 === 0 ? '150724' : '150702',
  accepted_at: '2026-01-05T09:00:00+08:00',
}));
/** Every contract is disputed by the same person. */
const PARTIES = CASES.flatMap(({ id, dispute_kind }, at) => [
  { case_id: id, ordinal: 1, role: 'APPLICANT', id_no: dispute_kind === 'CONTRACT' ? 'one' : `p${at}` },
  { case_id: id, ordinal: 2, role: 'RESPONDENT', id_no: `r${at}` },
]);

/** Twenty lorries and fifteen coaches; two of the coaches have no plate that is known. */
const GANTRY_PASSAGES = Array.from({ length: 35 }, (_, at) => ({
  id: `g${at}`,
  gantry_id: at % 2 === 0 ? 'g1' : 'g2',
  segment_id: 's1',
  division_code: '150724',
  trans_time: '2026-01-05T09:00:00+08:00',
  vehicle_group: at < 20 ? 'TRUCK' : 'COACH',
  vehicle_plate: at < 33 ? `蒙G${at}` : null,
}));

function open(
  groups: readonly string[] = ALL_GROUPS,
  scope = EVERYTHING,
  rule: ReturnType<StatisticGrants['ruleOf']> = RULE,
): OpenReaders {
  const statistics: StatisticGrants = {
    ruleOf: () => rule,
    mayGroupBy: (coordinate) => groups.includes(coordinate),
  };
  const readers = openReaders(database, scope, { statistics });
  opened.push(readers);
  return readers;
}

/** A pool that lets rows in between the first statement and the second. */
function comingIn(rows: readonly object[]): Pool {
  let asked = 0;
  const connect = async (): Promise<void> => {
    asked += 1;
    if (asked === 2 && rows.length > 0)
      await database.admin((admin) =>
        insertRows(admin, 'checkpoint.passage', rows as Record<string, unknown>[]),
      );
  };
  return {
    connect: (onClient: Parameters<Pool['connect']>[0]) =>
      void connect().then(() => database.app.connect(onClient)),
  } as unknown as Pool;
}

type PassageTable = Parameters<OpenReaders['checkpoint']['passageStatistics']>[0];

async function table(groupBy: PassageTable['groupBy'], readers = open(), months = MONTH) {
  const rows = await readers.checkpoint.passageStatistics({
    months,
    groupBy,
    measures: ['VEHICLES', 'MEAN_SPEED'],
  });
  return rows.map(({ checkpointId, vehicleGroup, passages: count, vehicles, suppressed }) => [
    checkpointId,
    vehicleGroup,
    count,
    vehicles,
    suppressed,
  ]);
}

describe('a table of passages', () => {
  it('leaves out small groups, hides a second one beside each, and rounds', async () => {
    expect(await table(['CHECKPOINT', 'VEHICLE_GROUP'])).toEqual([
      ['c1', 'PASSENGER_CAR', 40, 40, false],
      ['c1', 'TRUCK', null, null, true],
      // c2 hides the vehicle that passed c3 fifty times.
      ['c2', 'PASSENGER_CAR', null, null, true],
    ]);
  });

  it('is a real test: of groups of one, the small ones are there', async () => {
    const exact = open(ALL_GROUPS, EVERYTHING, { k: 1, roundTo: 1 });
    expect(await table(['CHECKPOINT', 'VEHICLE_GROUP'], exact)).toEqual([
      ['c1', 'COACH', 3, 3, false],
      ['c1', 'PASSENGER_CAR', 41, 41, false],
      ['c1', 'TRUCK', 23, 23, false],
      ['c2', 'PASSENGER_CAR', 17, 17, false],
      ['c3', 'TRUCK', 50, 1, false],
    ]);
  });

  it('is told as a whole where everybody in it is enough', async () => {
    expect(await table([])).toEqual([[null, null, 135, 85, false]]);
  });

  it('tells no number of vehicles where passages came in after it was looked for small groups', async () => {
    const counts: unknown[] = [];
    for (const comesIn of [false, true]) {
      const readers = openReaders(database, EVERYTHING, {
        pool: comingIn(comesIn ? passages('c9', 'PASSENGER_CAR', 1) : []),
        statistics: { ruleOf: () => RULE, mayGroupBy: () => true },
      });
      opened.push(readers);
      counts.push(await table([], readers));
    }
    expect(counts).toEqual([[[null, null, 135, 85, false]], [[null, null, 135, null, false]]]);
    await database.admin((admin) => admin.query(`delete from checkpoint.passage where checkpoint_id = 'c9'`));
  });

  it('tells the mean of a group and nothing of one row', async () => {
    const [whole] = await open().checkpoint.passageStatistics({
      months: MONTH,
      groupBy: [],
      measures: ['MEAN_SPEED'],
    });
    expect(whole).toMatchObject({ meanSpeedKph: 60, vehicles: null });
  });

  it('does not say more of a coarse group than of the fine ones that the agreement lets be asked for', async () => {
    const [coarse] = await table(['VEHICLE_GROUP']);
    expect(coarse).toEqual([null, 'PASSENGER_CAR', 40, null, true]);
    expect((await table(['CHECKPOINT'])).map(([place, , count]) => [place, count])).toEqual([
      ['c1', 65],
      ['c2', null],
    ]);
  });

  it('is as fine as the agreement lets rows be grouped: with fewer groups less is left out', async () => {
    const readers = open(['CheckpointPassage.vehicleGroup']);
    expect((await table(['VEHICLE_GROUP'], readers)).map(([, group, count]) => [group, count])).toEqual([
      // The coaches are hidden by the smallest group beside them.
      ['PASSENGER_CAR', null],
      ['TRUCK', 75],
    ]);
  });

  it('keeps months apart', async () => {
    const rows = await open().checkpoint.passageStatistics({
      months: { from: '2025-12', to: '2026-01' },
      groupBy: [],
      measures: [],
    });
    expect(rows.map(({ month, passages: count }) => [month, count])).toEqual([
      ['2025-12', 25],
      ['2026-01', 135],
    ]);
  });

  it.each([
    ['a month that still fills', { from: '2026-03', to: '2026-03' }],
    ['a month to come', { from: '2026-01', to: '2026-12' }],
    ['days', { from: '2026-01-01', to: '2026-01-31' }],
    ['no month', { from: '2026-13', to: '2026-13' }],
    ['months the wrong way round', { from: '2026-01', to: '2025-12' }],
    ['too many months', { from: '2020-01', to: '2026-01' }],
  ])('refuses %s', async (_, months) => {
    await expect(table([], open(), months)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });

  it('has no month that the row scope cuts: its number would move with every row that ages out', async () => {
    const cut = scopeOf([''], { notBefore: '2025-12-15T00:00:00+08:00' });
    const rows = await table([], open(ALL_GROUPS, cut), { from: '2025-12', to: '2026-01' });
    expect(rows).toEqual([[null, null, 135, 85, false]]);
    const all = scopeOf([''], { notBefore: '2026-01-15T00:00:00+08:00' });
    expect(await table([], open(ALL_GROUPS, all))).toEqual([]);
  });

  it('keeps to the row scope', async () => {
    expect(await table([], open(ALL_GROUPS, scopeOf(['1504'])))).toEqual([]);
    expect(await table([], open(ALL_GROUPS, scopeOf([''], { withheldUsages: ['TRAFFIC'] })))).toEqual([]);
  });
});

describe('a number under the same rule', () => {
  it('is what the table says, in whatever shape it is asked for', async () => {
    const { checkpoint } = open();
    expect(await checkpoint.checkpointPassageCount('c1', JANUARY)).toBe(65);
    expect(await checkpoint.checkpointPassageCount('c1', JANUARY, 'PASSENGER_CAR')).toBe(40);
    for (const group of ['TRUCK', 'COACH', 'OTHER'])
      expect([group, await checkpoint.checkpointPassageCount('c1', JANUARY, group)]).toEqual([group, null]);
    expect(await checkpoint.checkpointPassageCount('c2', JANUARY)).toBeNull();
    expect(await checkpoint.checkpointPassageCount('c3', JANUARY)).toBeNull();
    expect(await checkpoint.checkpointPassageCount('nowhere', JANUARY)).toBeNull();
  });

  it('is null where the agreement does not let rows be grouped by what it is of', async () => {
    const { checkpoint } = open();
    expect(await checkpoint.segmentPassageCount('s1', JANUARY, null, false)).toBeNull();
    const withSegments = open([...ALL_GROUPS, 'Checkpoint.segment']).checkpoint;
    expect(await withSegments.segmentPassageCount('s1', JANUARY, null, true)).toBeNull();
  });

  it('adds up whole months and takes no other span, so that no span can be taken from another', async () => {
    const { checkpoint } = open();
    const two = { from: '2025-12-01T00:00:00+08:00', to: '2026-02-01T00:00:00+08:00' };
    expect(await checkpoint.checkpointPassageCount('c1', two)).toBe(80);
    for (const to of ['2026-01-31T00:00:00+08:00', '2026-02-01T00:00:01+08:00', '2026-02-01T00:00:00Z'])
      await expect(checkpoint.checkpointPassageCount('c1', { from: two.from, to })).rejects.toMatchObject({
        code: 'ARGUMENT_INVALID',
      });
  });

  it('is read once for every parent', async () => {
    const readers = open();
    await Promise.all(['c1', 'c2', 'c3'].map((id) => readers.checkpoint.checkpointPassageCount(id, JANUARY)));
    expect(readers.sent).toEqual(['checkpoint.sum-passages']);
  });
});

describe('mediation cases', () => {
  const GROUPS = ['MediationCase.divisionCode', 'MediationCase.disputeKind', 'MediationCase.result'];

  it('are counted by applicant: twelve cases of one person are of one', async () => {
    const rows = await open(['MediationCase.disputeKind']).mediation.mediationStatistics(MONTH, ['KIND']);
    expect(rows.map(({ disputeKind, cases, suppressed }) => [disputeKind, cases, suppressed])).toEqual([
      ['NEIGHBOUR', null, true],
    ]);
  });

  it('have one number by table and by division', async () => {
    const { mediation } = open(GROUPS);
    const whole = await mediation.mediationStatistics(MONTH, []);
    expect(whole.map(({ cases }) => cases)).toEqual([25]);
    expect(await mediation.mediationCount('150700', JANUARY)).toBe(25);
    expect(await mediation.mediationCount('150724', JANUARY)).toBeNull();
    expect(await mediation.mediationCount('150700', JANUARY, 'CONTRACT')).toBeNull();
  });
});

describe('passages under gantries', () => {
  it('are of the vehicles whose plate is known; the others are counted with them and hide nobody', async () => {
    const groups = ['GantryPassage.vehicleGroup', 'Gantry.segment'];
    const { traffic } = open(groups);
    const rows = await traffic.gantryStatistics({
      months: MONTH,
      groupBy: ['VEHICLE_GROUP'],
      measures: ['VEHICLES'],
    });
    expect(
      rows.map(({ vehicleGroup, passages: count, vehicles }) => [vehicleGroup, count, vehicles]),
    ).toEqual([
      ['COACH', 15, 15],
      ['TRUCK', 20, 20],
    ]);
    expect(await traffic.gantryCount('s1', JANUARY)).toBe(35);
    expect(await traffic.gantryCount('s1', JANUARY, 'COACH')).toBe(15);
    expect(await traffic.gantryCount('s1', JANUARY, 'OTHER')).toBeNull();
  });
});
