import { LukouError, stoppedClock } from '../../../src/base/index.ts';
import { ingestRecords, type RecordsOrder, type RecordTypeName } from '../../../src/ingest/index.ts';
import { createIngestStore, tellOverdue } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from '../../storage/readers/insert-rows.ts';
import { NO_INCIDENTS } from '../../world/incidents.ts';
import { WORLD_NOW } from '../../world/open-world.ts';
import { until } from '../../world/until.ts';
import { type Followed, type FollowOptions, type LiveWorld, openLiveWorld, type Told } from './live-world.ts';

type Caller = Parameters<LiveWorld['follow']>[1];

const NOW_MS = Date.parse(WORLD_NOW);
const MEDIATION = { purpose: 'MEDIATION' };
const ROAD_SAFETY = { purpose: 'ROAD_SAFETY' };
const CASE = { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };

const warning = (id: string, jointUnits: readonly string[], more: object = {}) => ({
  id,
  model_id: 'mo',
  model_version: '1',
  score: 6,
  factors: [],
  level: 'RED',
  status: 'PUSHED',
  subject_ref: 'ref',
  pushed_at: WORLD_NOW,
  joint_units: jointUnits,
  division_code: '150724',
  ...more,
});
const segment = (id: string, divisionCode: string) => ({
  id,
  road_id: 'r1',
  road_code: 'G10',
  code_system: 'GB_T_917',
  road_ref: 'G10',
  direction: 'BOTH',
  design_speed_kph: 80,
  division_code: divisionCode,
});

let database: TestDatabase;
let world: LiveWorld;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.admin(async (admin) => {
    await insertRows(admin, 'oversight.case_file', [
      {
        agency: 'AG-TRAFFIC-POLICE',
        case_no: CASE.caseReference,
        purposes: ['PUBLIC_SAFETY'],
        opened_at: '2026-01-01',
      },
    ]);
    await insertRows(admin, 'traffic.road', [{ id: 'r1', code_system: 'GB_T_917', road_ref: 'G10' }]);
    await insertRows(admin, 'traffic.road_segment', [segment('s1', '150724'), segment('s3', '150782')]);
    await insertRows(admin, 'checkpoint.checkpoint', [
      {
        id: 'c1',
        status: 'NORMAL',
        category: 'COUNTY',
        usage: 'TRAFFIC',
        is_enforcement: false,
        division_code: '150724',
      },
    ]);
    await insertRows(admin, 'mediation.mediation_case', [
      {
        id: 'm1',
        case_no: 'N1',
        dispute_kind: 'NEIGHBOUR',
        status: 'MEDIATING',
        division_code: '150724',
        accepted_at: WORLD_NOW,
      },
    ]);
    await insertRows(admin, 'mediation.detention_mediation', [
      {
        id: 'd1',
        case_id: 'm1',
        facility_id: 'f1',
        agencies: ['AG-DETENTION-CENTRE'],
        status: 'INTAKE',
        division_code: '150724',
        intake_at: WORLD_NOW,
      },
      {
        id: 'd2',
        case_id: 'm1',
        facility_id: 'f2',
        agencies: ['AG-DETENTION-CENTRE-ELSEWHERE'],
        status: 'INTAKE',
        division_code: '150724',
        intake_at: WORLD_NOW,
      },
    ]);
    await insertRows(admin, 'mediation.dispute_warning', [
      warning('x1', ['POLICE_STATION']),
      warning('x2', ['POLICE_STATION'], { level: 'BLUE' }),
    ]);
  });
  world = await openLiveWorld({ LUKOU_DELIVERIES: 'gat1400-passages' }, { database });
}, 120_000);
afterAll(() => world.close());

const follow = (caller: Caller, query: string, options: FollowOptions): Promise<Followed> =>
  world.follow('graphql-sse', caller, `subscription ${query}`, options);
const rowsOf = (told: readonly Told[]): unknown[] => told.map(({ data }) => Object.values(data ?? {})[0]);
const idsOf = (told: readonly Told[]): unknown[] =>
  told.map(({ data }) => Object.values(data ?? {})[0]?.['id']);
const numbersOf = (told: readonly Told[]): (number | undefined)[] =>
  told.map(({ extensions }) => extensions?.event?.number);
const codesOf = ({ told }: Followed): unknown[] =>
  told.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions['code']));

async function takeIn<T extends RecordTypeName>(
  type: T,
  rows: RecordsOrder<T>['rows'],
  isRecorded = true,
): Promise<void> {
  await ingestRecords(
    { type, rows, sourceName: 'test' },
    {
      store: createIngestStore(database.ingest),
      log: {
        async recordIngest({ runId }) {
          if (!isRecorded) throw new LukouError('AUDIT_UNAVAILABLE');
          return { index: 0, id: runId };
        },
      },
      incidents: NO_INCIDENTS,
      clock: stoppedClock(WORLD_NOW),
    },
  );
}

describe('roadStatusChanged', () => {
  const observed = (segmentId: string, hour: string, averageSpeedKph: number | null) => ({
    stationId: `st-${segmentId}`,
    stationType: 'CONTINUOUS' as const,
    segmentId,
    gantryId: null,
    periodStart: `2026-01-20T${hour}:00:00+08:00`,
    periodMinutes: 60 as const,
    direction: 'UP' as const,
    vehicleClass: 'SMALL_PASSENGER' as const,
    vehicleCount: averageSpeedKph === null ? null : 100,
    averageSpeedKph,
    onlineLabel: 'PUBLIC' as const,
  });

  it('tells of a change of how traffic flows in the division, and of nothing that says the same again', async () => {
    const fields = '{ id trafficStatus trafficStatusAt divisionCode }';
    const followed = await follow(
      'analyst',
      `{ roadStatusChanged(divisionCode: "150724") ${fields} }`,
      ROAD_SAFETY,
    );
    await takeIn('FlowObservation', [observed('s1', '08', 75), observed('s3', '08', 20)]);
    await until(() => followed.told.length === 1);
    await takeIn('FlowObservation', [observed('s1', '09', 40)]);
    // Nobody drove; an hour that had been left out comes late; and then it is congested.
    await takeIn('FlowObservation', [observed('s1', '10', null), observed('s1', '07', 10)]);
    // What is not taken in was no change, and has no number.
    const refused = takeIn('FlowObservation', [observed('s1', '11', 5)], false);
    await expect(refused).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await takeIn('FlowObservation', [observed('s1', '11', 23.9)]);
    await until(() => followed.told.length === 2);
    followed.stop();
    const both = { id: 's1', divisionCode: '150724' };
    expect(rowsOf(followed.told)).toEqual([
      { ...both, trafficStatus: 'FREE_FLOW', trafficStatusAt: '2026-01-20T09:00:00+08:00' },
      { ...both, trafficStatus: 'CONGESTED', trafficStatusAt: '2026-01-20T12:00:00+08:00' },
    ]);
    // The one between them is the other division's.
    const [first] = numbersOf(followed.told);
    expect(numbersOf(followed.told)).toEqual([first, first! + 2]);
    const { body } = await world.ask('public', '{ roadSegment(id: "s3") { trafficStatus } }');
    expect(body.data).toEqual({ roadSegment: { trafficStatus: 'CONGESTED' } });
  });
});

describe('disputeWarningChanged', () => {
  const POLICE = ['POLICE_STATION'];
  const EVERYBODY = [...POLICE, 'JUDICIAL_OFFICE', 'WOMENS_FEDERATION'];

  it('tells each unit of its own warnings as they are pushed and moved, numbered without holes', async () => {
    const query = '{ disputeWarningChanged { id status } }';
    const handling = await follow('justice', query, MEDIATION);
    const police = await follow('analyst', query, { purpose: 'PUBLIC_SAFETY' });
    const federation = await follow('womens-federation', query, MEDIATION);
    await insertRows(database.ingest, 'mediation.dispute_warning', [
      warning('w1', EVERYBODY),
      warning('w2', POLICE),
      warning('w3', EVERYBODY, { status: 'SCORED' }),
    ]);
    await insertRows(database.ingest, 'mediation.dispute_warning', [warning('w4', EVERYBODY)]);
    await until(() => handling.told.length === 3 && police.told.length === 3 && federation.told.length === 2);
    // A deadline that is set is no step.
    await database.ingest.query(`update mediation.dispute_warning set due_at = $1 where id = 'w1'`, [
      WORLD_NOW,
    ]);
    const { body } = await world.ask(
      'justice',
      `mutation { moveDisputeWarning(id: "w1", to: RECEIVED, version: 0, note: "Here.", key: "what-is-told-0001") { state } }`,
      MEDIATION,
    );
    expect(body.data).toEqual({ moveDisputeWarning: { state: 'RECEIVED' } });
    await until(() => handling.told.length === 4 && police.told.length === 4 && federation.told.length === 3);
    expect(idsOf(handling.told)).toEqual(['w1', 'w2', 'w4', 'w1']);
    expect(idsOf(police.told)).toEqual(['w1', 'w2', 'w4', 'w1']);
    expect(idsOf(federation.told)).toEqual(['w1', 'w4', 'w1']);
    for (const { told, stop } of [handling, police, federation]) {
      const [first] = numbersOf(told);
      expect(numbersOf(told)).toEqual(told.map((_one, at) => first! + at));
      stop();
    }
    // The state is not the federation's to see, in a stream as in a list.
    expect(rowsOf(federation.told.slice(-1))).toEqual([{ id: 'w1', status: null }]);
    expect(rowsOf(police.told.slice(-1))).toEqual([{ id: 'w1', status: 'RECEIVED' }]);
  });
});

describe('disputeWarningOverdue and the like', () => {
  const tell = (atMs: number): Promise<number> => tellOverdue(database.ingest, atMs);
  const setDue = (table: string, id: string, dueAtMs: number): Promise<unknown> =>
    database.ingest.query(`update mediation.${table} set due_at = $2 where id = $1`, [id, new Date(dueAtMs)]);

  it('tell who has to act and who supervises of each deadline once, however many look, and after nobody did', async () => {
    const warnings = '{ disputeWarningOverdue { id overdue escalatedTo } }';
    await tell(NOW_MS);
    const unit = await follow('justice', warnings, MEDIATION);
    const bureau = await follow('analyst', warnings, { purpose: 'PUBLIC_SAFETY' });
    const centre = await follow('detention', '{ detentionMediationOverdue { id } }', MEDIATION);
    await setDue('dispute_warning', 'x1', NOW_MS - 1);
    await setDue('dispute_warning', 'x2', NOW_MS);
    await setDue('detention_mediation', 'd1', NOW_MS - 60_000);
    // Another centre's, and earlier: of that not even the number is told.
    await setDue('detention_mediation', 'd2', NOW_MS - 120_000);
    const counts = await Promise.all([tell(NOW_MS), tell(NOW_MS), tell(NOW_MS)]);
    expect(counts.toSorted()).toEqual([0, 0, 3]);
    await until(() => unit.told.length === 1 && bureau.told.length === 1 && centre.told.length === 1);
    // Nobody looked for a minute; what has another deadline by then has it told as well.
    await setDue('dispute_warning', 'x1', NOW_MS + 1);
    expect([await tell(NOW_MS + 60_000), await tell(NOW_MS + 60_000)]).toEqual([2, 0]);
    await until(() => unit.told.length === 3 && bureau.told.length === 3);
    expect(idsOf(unit.told)).toEqual(['x1', 'x2', 'x1']);
    expect(idsOf(bureau.told)).toEqual(['x1', 'x2', 'x1']);
    expect(rowsOf(unit.told)[0]).toEqual({ id: 'x1', overdue: true, escalatedTo: 'AG-TRAFFIC-POLICE' });
    expect([idsOf(centre.told), numbersOf(centre.told)]).toEqual([['d1'], [1]]);
    for (const { stop } of [unit, bureau, centre]) stop();
    const others = await follow('womens-federation', warnings, MEDIATION);
    await others.ended;
    expect(codesOf(others)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });
});

describe('passageRecorded', () => {
  const PLATE = '蒙E12345';
  const query = `($plate: PlateNo!, $after: Int) {
    passageRecorded(plateNo: $plate, afterNumber: $after) { id plateNo passTime } }`;
  const watch = (plate: string, after?: number): Promise<Followed> =>
    follow('analyst', query, { ...CASE, variables: { plate, after } });

  const post = (...passages: readonly (readonly [id: string, plate: string])[]): Promise<void> =>
    world.postPassages('c1', passages);

  it('tells of a plate that is watched for as it is taken in, once, and of no other', async () => {
    const watched = await watch(PLATE);
    await post(['n1', PLATE], ['n2', '蒙E54321'], ['n3', PLATE]);
    // What is there already is no passage more.
    await post(['n1', PLATE], ['n4', PLATE]);
    await until(() => watched.told.length === 3);
    watched.stop();
    expect(rowsOf(watched.told)).toEqual(
      ['n1', 'n3', 'n4'].map((id) => ({ id, plateNo: PLATE, passTime: '2026-03-01T08:30:15+08:00' })),
    );
    const [first] = numbersOf(watched.told);
    expect(numbersOf(watched.told)).toEqual([first, first! + 1, first! + 2]);
    // Nobody reads, and nothing is lost.
    await post(['n5', PLATE]);
    const again = await watch(PLATE, first);
    await until(() => again.told.length === 3);
    expect(idsOf(again.told)).toEqual(['n3', 'n4', 'n5']);
    again.stop();
  });

  it('numbers no passage that nobody watches for, and forgets a watch of yesterday', async () => {
    const events = async (): Promise<number> =>
      (
        await database.app.query<{ n: number }>(
          `select count(*)::int as n from live.event where topic = 'passage'`,
        )
      ).rows[0]!.n;
    const before = await events();
    await post(['n6', '蒙E54321'], ['n7', '蒙E00001']);
    expect(await events()).toBe(before);
    const old = await watch('蒙E00001');
    await post(['n8', '蒙E00001']);
    await until(() => old.told.length === 1);
    const [number] = numbersOf(old.told);
    old.stop();
    await database.admin((admin) =>
      admin.query(`update live.watched_plate set kept_until = now() - interval '1 second'`),
    );
    await post(['n9', '蒙E00001']);
    // Yesterday’s numbers are lower by as many as a day has seconds. What came since was not looked for: that is said.
    const later = await watch('蒙E00001', number! - 86_400);
    await later.ended;
    expect(codesOf(later)).toEqual(['EVENTS_FORGOTTEN']);
    expect(await events()).toBe(0);
  });

  it('begins a watch that is opened while a delivery is taken in after it, and not in the middle', async () => {
    const plate = '蒙E00002';
    const passages = async (): Promise<unknown[]> =>
      (await database.ingest.query(`select id from checkpoint.passage where plate_no = $1`, [plate])).rows;
    let watched: Followed | undefined;
    await database.admin(async (admin) => {
      await admin.query(`begin; select pg_advisory_xact_lock(hashtextextended('live.watched_plate', 0))`);
      const posting = post(['q1', plate]);
      const waiting = (count: number): Promise<void> =>
        until(async () => {
          const { rows } = await admin.query(
            `select from pg_locks where locktype = 'advisory' and not granted and database =
              (select oid from pg_database where datname = current_database())`,
          );
          return rows.length === count;
        });
      await waiting(1);
      const opening = watch(plate);
      await waiting(2);
      expect(await passages()).toEqual([]);
      await admin.query('commit');
      watched = await opening;
      // It is there for who reads the list once the watch is open, and so it need not be told.
      expect(await passages()).toEqual([{ id: 'q1' }]);
      await posting;
    });
    await post(['q2', plate]);
    await until(() => watched!.told.length > 0);
    expect(idsOf(watched!.told)).toEqual(['q2']);
    watched!.stop();
  });

  it('reaches a subscriber at another gateway of the database, once', async () => {
    const there = await openLiveWorld({ LUKOU_LOG: 'there' }, { database });
    const plate = '蒙E00003';
    const watched = await there.follow('graphql-sse', 'analyst', `subscription ${query}`, {
      ...CASE,
      variables: { plate },
    });
    await post(['t1', plate]);
    await until(() => watched.told.length > 0);
    await post(['t1', plate], ['t2', plate]);
    await until(() => watched.told.length > 1);
    expect(idsOf(watched.told)).toEqual(['t1', 't2']);
    watched.stop();
    await there.gateway.close();
  });
});
