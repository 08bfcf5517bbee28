import type pg from 'pg';
import type { SessionScope, Statement } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, unboundPool, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY, scopeOf } from './sample.ts';
import { exportedByStatements } from './statement-files.ts';

const FAR = { from: '2025-07-01T00:00:00+08:00', to: '2026-12-01T00:00:00+08:00' };
const MONTHS = { from: '2025-12', to: '2026-01' };
const SOUGHT = { plateNo: '蒙E70001', during: JANUARY };
/** Two vehicles that pass three checkpoints a minute apart. */
const TWO_TOGETHER = ['c1', 'c2', 'c3'].flatMap((checkpoint_id, hour) =>
  [SOUGHT.plateNo, '蒙E70002'].map((plate_no, minute) => ({
    id: `together-${hour}-${minute}`,
    checkpoint_id,
    division_code: checkpoint_id === 'c2' ? '150782' : '150724',
    usage: checkpoint_id === 'c3' ? 'PUBLIC_SECURITY' : 'TRAFFIC',
    pass_time: `2026-01-12T0${hour}:0${minute}:00+08:00`,
    plate_no,
    vehicle_group: 'PASSENGER_CAR',
  })),
);
let database: TestDatabase;
let unbound: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  await database.admin(async (admin) => {
    await insertRows(admin, 'checkpoint.passage', TWO_TOGETHER);
    await admin.query(`update traffic.gantry_passage set vehicle_plate = $1 where id = 't-01'`, [
      SOUGHT.plateNo,
    ]);
  });
  unbound = unboundPool(database);
});
afterAll(async () => {
  await unbound.end();
  await database.drop();
});

async function everyStatement(): Promise<Statement[]> {
  const exported = (await exportedByStatements()).map(([, value]) => value);
  return exported.filter(
    (value): value is Statement =>
      typeof value === 'object' && value !== null && 'scoped' in value && 'text' in value,
  );
}

const HOURS = { width: 'PT1H', startOf: (instant: string) => `${instant.slice(0, 13)}:00:00+08:00` };

/** One read through every statement there is. */
function readEverything({ traffic, checkpoint, mediation, oversight }: OpenReaders): Promise<unknown[]> {
  const page = { first: 50 };
  const silent = { at: '2026-01-31T00:00:00+08:00', hours: 1 };
  return Promise.all([
    traffic.adminDivision('150724'),
    traffic.adminDivisions(page),
    traffic.accidentCount('150700', JANUARY),
    traffic.road('r1'),
    traffic.roadSegment('s1'),
    traffic.roadSegments(page),
    traffic.roadSegments({ ...page, orderBy: 'NIGHT_FLOW_DESC' }),
    traffic.roadSegments({ ...page, orderBy: 'AADT_DESC' }),
    traffic.segmentCourse('s1'),
    traffic.segmentCrosswalks('s1'),
    traffic.flowSummary('s1', JANUARY, 'DAY'),
    traffic.flowAtStake({ roadCode: 'G10', stake: 5, during: JANUARY, bucket: 'DAY' }),
    traffic.segmentFlow('s1', 5),
    traffic.gantryFlow('g1', 5),
    ...['g1', 'g2', 'g3'].map((id) => traffic.gantry(id)),
    traffic.gantries(page),
    ...['s1', 's3', 's5'].map((id) => traffic.segmentGantries(id)),
    ...['s1', 's3'].map((id) => traffic.gantryCount(id, JANUARY)),
    ...['g1', 'g2'].map((id) => traffic.gantryPassages(id, 50)),
    ...['g1', 'g2'].map((id) => traffic.axleLoads(id, JANUARY)),
    traffic.gantryStatistics({ months: MONTHS, groupBy: ['GANTRY'], measures: ['VEHICLES'] }),
    traffic.roadEvent('e1'),
    traffic.detour('e1'),
    traffic.loopSteps('RoadEvent', 'e1'),
    traffic.roadEvents(page),
    traffic.roadEvents({ ...page, orderBy: 'ID_ASC' }),
    traffic.segmentEvents('s1', 5),
    traffic.closureSummary(FAR, 'SNOW_DRIFTS'),
    traffic.roadMeasures(FAR),
    ...['c1', 'c2', 'c3', 'c4', 'c5'].flatMap((id) => [
      checkpoint.checkpoint(id),
      checkpoint.lanes(id),
      checkpoint.lastPassageAt(id, FAR.to),
      checkpoint.checkpointPassageCount(id, FAR),
      checkpoint.checkpointPassages(id, 50),
    ]),
    checkpoint.checkpoints(page),
    checkpoint.checkpoints({ ...page, filter: { silent } }),
    ...['s1', 's2', 's3', 's4', 's5'].flatMap((id) => [
      checkpoint.segmentCheckpoints(id),
      checkpoint.nearestCheckpoint(id, 50),
      checkpoint.segmentPassageCount(id, FAR, null, false),
      checkpoint.violationRates(id, FAR),
    ]),
    ...['g1', 'g2', 'g3'].flatMap((id) => [
      checkpoint.gantryCheckpoint(id),
      checkpoint.checkpointsNearby(id, 50),
    ]),
    ...['p1', 'p6', 'p7'].map((id) => checkpoint.passage(id)),
    checkpoint.passages(page),
    checkpoint.vehiclePassages(SOUGHT, page),
    checkpoint.companions(SOUGHT, { withinSeconds: 90, atLeast: 3 }),
    checkpoint.searchRing(SOUGHT, { stepMinutes: 60 }),
    traffic.gantryTrajectory({ ...page, ...SOUGHT }),
    ...['v1', 'v6'].map((id) => checkpoint.violation(id)),
    checkpoint.violations(page),
    checkpoint.loopSteps('Violation', 'v3'),
    checkpoint.disputeIncidents(page),
    checkpoint.passageStatistics({ months: MONTHS, groupBy: ['CHECKPOINT', 'HOUR'], measures: ['VEHICLES'] }),
    checkpoint.violationStatistics({ months: MONTHS, groupBy: ['SEGMENT', 'CODE'], measures: ['VEHICLES'] }),
    ...['m1', 'm2', 'm3', 'm4'].flatMap((id) => [
      mediation.mediationCase(id),
      mediation.parties(id),
      mediation.followUps(id),
    ]),
    mediation.mediationCases(page),
    mediation.mediationCases({ ...page, orderBy: 'ID_ASC' }),
    ...['s1', 's4'].map((id) => mediation.segmentCases(id, 50)),
    mediation.eventCases('e1', 50),
    mediation.mediationCount('150000', FAR),
    mediation.mediationStatistics(MONTHS, ['DIVISION', 'KIND', 'OUTCOME']),
    mediation.detentionMediations(page),
    mediation.loopSteps('MediationCase', 'm1'),
    mediation.loopSteps('DetentionMediation', 'd1'),
    mediation.loopSteps('DisputeWarning', 'x2'),
    mediation.disputeWarnings(page),
    mediation.warningSubject('x1'),
    ...['x1', 'x2'].map((id) => mediation.disputeWarning(id)),
    ...['d1', 'd2'].map((id) => mediation.detentionMediation(id)),
    mediation.caseMeasures(FAR),
    mediation.warningMeasures(FAR),
    oversight.disclosureRecord('gateway', 0),
    oversight.disclosureRecords(page),
    oversight.disclosureRecords({
      ...page,
      filter: { coordinate: 'CheckpointPassage.plateNo', decision: 'MASK', hasCaseReference: false },
    }),
    oversight.disclosureRecords({ ...page, filter: { decision: 'MASK' } }),
    oversight.disclosuresOfSubject({ ...page, kind: 'PLATE', value: '蒙E12345' }),
    ...['HOUR', 'FIELD'].map((by) => oversight.disclosureCounts({ by, during: JANUARY })),
    ...['NIGHT', 'BREADTH', 'REPEATED_SUBJECT', 'VAGUE'].map((kind) =>
      oversight.unusualAccess({ kind, during: JANUARY, first: 50 }),
    ),
    oversight.alarms(page),
    oversight.alarm('0190b5a0-0000-7000-8000-000000000021'),
    oversight.budgetUse(page),
    oversight.breakGlassUses(page),
    oversight.sharingApplications(page),
    oversight.sharingApplication('a1'),
    oversight.loopSteps('SharingApplication', 'a1'),
    oversight.guardIncidents(page),
    oversight.guardDrills(page),
    oversight
      .agreements(page)
      .then(({ nodes }) =>
        Promise.all(
          nodes.flatMap((one) => [oversight.sharedFields(one), oversight.agreementSignatures(one)]),
        ),
      ),
    oversight.guardIncidentCounts({ during: JANUARY }),
    oversight.logs(),
    oversight.agreementImpact({ draft: '', during: JANUARY }),
  ]);
}

async function answersOf(
  scope: SessionScope,
  pool: pg.Pool,
  asked?: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<{ answers: string; rowCounts: ReadonlyMap<string, number>; sent: readonly string[] }> {
  const readings: { answers: unknown[]; readers: OpenReaders }[] = [];
  for (const bucketOf of [() => null, () => HOURS]) {
    const readers = openReaders(database, scope, { pool, bucketOf, ...(asked && { asked }) });
    try {
      readings.push({ answers: await readEverything(readers), readers });
    } finally {
      await readers.close();
    }
  }
  // The list of a unit that acts on warnings with others is empty for every other agency.
  const agency = 'AG-TRAFFIC-POLICE';
  const unit = openReaders(database, scope, { pool, agency, ...(asked && { asked }) });
  const { mediation } = unit;
  const forUnit = await Promise.all([
    mediation.jointWarnings(50),
    ...['x1', 'x2'].map((id) => mediation.warningForUnit(id)),
  ]);
  readings.push({ answers: forUnit, readers: unit });
  await unit.close();
  return {
    answers: JSON.stringify(
      readings.map(({ answers }) => answers),
      null,
      1,
    ),
    rowCounts: new Map(readings.flatMap(({ readers }) => [...readers.rowCounts])),
    sent: readings.flatMap(({ readers }) => readers.sent),
  };
}

it('every statement returns rows, and each row fits its shape', async () => {
  const statements = await everyStatement();
  const { rowCounts } = await answersOf(EVERYTHING, database.app);
  expect(statements.length).toBeGreaterThan(50);
  expect(statements.map(({ name }) => name).filter((name) => !rowCounts.get(name))).toEqual([]);
  expect([...rowCounts.keys()].toSorted()).toEqual(statements.map(({ name }) => name).toSorted());
});

it('every reader gets along with what its statements always read, where nothing is asked of their rows', async () => {
  const whole = await answersOf(EVERYTHING, database.app);
  const bare = await answersOf(EVERYTHING, database.app, new Map());
  expect(bare.rowCounts).toEqual(whole.rowCounts);
  expect(bare.answers.length).toBeLessThan(whole.answers.length);
  // Nothing is there that is not in the whole answer, at its place.
  expect(JSON.parse(whole.answers)).toMatchObject(JSON.parse(bare.answers));
});

it('only scoped statements read tables under row-level security', async () => {
  const { rows } = await unbound.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relrowsecurity and not c.relispartition`,
  );
  expect(rows.length).toBeGreaterThan(8);
  for (const { name, text, scoped } of await everyStatement()) {
    const tables = rows.filter((row) => new RegExp(`\\b${row.name.replace('.', '\\.')}\\b`).test(text));
    expect({ name, scoped }).toEqual({ name, scoped: tables.length > 0 });
  }
});

it('every statement that reads what is derived from the log has it derived first', async () => {
  const statements = await everyStatement();
  const readers = statements.filter(({ text }) => /\boversight\.disclosure\b/.test(text));
  expect(readers.length).toBeGreaterThan(5);
  expect(statements.filter(({ readsLog }) => readsLog === true)).toEqual(readers);
});

it('every statement that reads road events asks who may be told of them', async () => {
  const readers = (await everyStatement()).filter(({ text }) => /\btraffic\.road_event\b/.test(text));
  expect(readers.length).toBeGreaterThan(7);
  for (const { name, text } of readers) {
    const events = text.match(/\btraffic\.road_event (?:as )?\w+/g)!;
    const unasked = events.filter(
      (event) => !text.includes(`traffic.is_told_to(${event.split(' ').at(-1)}.`),
    );
    expect({ name, unasked }).toEqual({ name, unasked: [] });
  }
});

const SCOPES: readonly (readonly [string, SessionScope])[] = [
  ['everything', EVERYTHING],
  ['one prefecture', scopeOf(['1507'])],
  ['two counties', scopeOf(['150782', '150421'])],
  ['recent rows', scopeOf([''], { notBefore: '2026-01-10T10:30:00+08:00' })],
  ['no security checkpoints', scopeOf([''], { withheldUsages: ['PUBLIC_SECURITY', 'OTHER'] })],
  ['rows that an agency has a part in', scopeOf([''], { ties: ['AG-DETENTION-CENTRE'] })],
  ['rows of a case', scopeOf([''], { ties: ['AG-TRAFFIC-POLICE A-2026-0107'] })],
  [
    'narrow in every way',
    scopeOf(['150724'], {
      notBefore: JANUARY.from,
      withheldUsages: ['PUBLIC_SECURITY'],
      ties: ['AG-DETENTION-CENTRE', 'AG-TRAFFIC-POLICE A-2026-0107'],
    }),
  ],
];

it.each(SCOPES)(
  'the predicates of the statements alone keep back what the policies do: %s',
  async (_name, scope) => {
    const bound = await answersOf(scope, database.app);
    const alone = await answersOf(scope, unbound);
    expect(alone.answers).toBe(bound.answers);
  },
);

it('each of those scopes answers differently, so that they were put to the test', async () => {
  const answers = await Promise.all(
    SCOPES.map(async ([, scope]) => (await answersOf(scope, unbound)).answers),
  );
  expect(new Set(answers).size).toBe(SCOPES.length);
});

it('a scope of nothing sends no scoped statement at all', async () => {
  const nothing = await answersOf({}, database.app);
  const none = await answersOf(scopeOf([]), database.app);
  const scoped = new Set((await everyStatement()).filter((one) => one.scoped).map(({ name }) => name));
  expect(nothing.sent.filter((name) => scoped.has(name))).toEqual([]);
  expect(none.sent.filter((name) => scoped.has(name))).toEqual([]);
});
