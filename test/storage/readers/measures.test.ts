import * as fc from 'fast-check';
import type { SessionScope, StatisticGrants } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, scopeOf } from './sample.ts';

const JANUARY = { from: '2026-01-01T00:00:00+08:00', to: '2026-02-01T00:00:00+08:00' };
const DAYS = ['2025-12-31', '2026-01-01', '2026-01-15', '2026-01-31', '2026-02-01'] as const;
const PLACES = ['150724', '150421'] as const;
const SEED = 20_260_302;

/** The same random rows for every run. */
function draw<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count });
}

const CASES = draw(
  fc.record({
    result: fc.constantFrom('SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILURE', 'CONTINUE', null),
    division_code: fc.constantFrom(...PLACES),
    day: fc.constantFrom(...DAYS),
    visits: fc.nat({ max: 2 }),
  }),
  300,
).map((row, at) => ({ ...row, id: `m${at}` }));

const WARNINGS = draw(
  fc.record({
    status: fc.constantFrom('SCORED', 'PUSHED', 'FEEDBACK', 'CLOSED', 'CLOSED'),
    division_code: fc.constantFrom(...PLACES),
    day: fc.constantFrom(...DAYS),
  }),
  100,
).map((row, at) => ({ ...row, id: `w${at}` }));

const SEGMENTS = draw(
  fc.record({
    grade: fc.constantFrom('EXPRESSWAY', 'CLASS_2', 'CLASS_3', 'CLASS_4', 'SUBSTANDARD', null),
    observed: fc.option(fc.constantFrom(...DAYS)),
    counted: fc.option(fc.nat({ max: 9 })),
  }),
  80,
).map((row, at) => ({ ...row, id: `s${at}` }));

const EVENTS = draw(
  fc.record({
    day: fc.constantFrom(...DAYS),
    minutes: fc.option(fc.nat({ max: 600 })),
    kind: fc.constantFrom('REAL', 'REAL', 'TEST'),
  }),
  60,
).map((row, at) => ({ ...row, id: `e${at}` }));

const at = (day: string, minutes = 0): string =>
  new Date(Date.parse(`${day}T12:00:00+08:00`) + minutes * 60_000).toISOString();
const inJanuary = ({ day }: { readonly day: string }): boolean => day.startsWith('2026-01');
const rate = (part: number, whole: number): number => Number((part / whole).toFixed(4));

let database: TestDatabase;
const opened: OpenReaders[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await database.admin(async (admin) => {
    for (const month of ['2025-12-01', '2026-01-01', '2026-02-01'])
      await admin.query('select ingest.ensure_month($1, $2)', ['traffic.flow_observation', month]);
    await insertRows(
      admin,
      'mediation.mediation_case',
      CASES.map(({ id, result, division_code, day }) => ({
        id,
        case_no: id,
        dispute_kind: 'NEIGHBOUR',
        status: 'ARCHIVED',
        result,
        division_code,
        accepted_at: at(day),
      })),
    );
    await insertRows(
      admin,
      'mediation.follow_up',
      CASES.flatMap(({ id, visits, division_code }) =>
        Array.from({ length: visits }, (_, ordinal) => ({
          case_id: id,
          ordinal,
          division_code,
          followed_up_at: '2026-02-20T09:00:00+08:00',
        })),
      ),
    );
    await insertRows(
      admin,
      'mediation.dispute_warning',
      WARNINGS.map(({ id, status, division_code, day }) => ({
        id,
        status,
        division_code,
        pushed_at: at(day),
        model_id: 'calls',
        model_version: '1',
        score: 1,
        factors: [],
        level: 'BLUE',
        subject_ref: id,
      })),
    );
    await insertRows(admin, 'traffic.road', [{ id: 'r', code_system: 'GB_T_917', road_ref: 'X904' }]);
    const road = { road_id: 'r', code_system: 'GB_T_917', road_ref: 'X904', direction: 'BOTH' };
    await insertRows(
      admin,
      'traffic.road_segment',
      SEGMENTS.map(({ id, grade }) => ({ ...road, id, technical_grade: grade })),
    );
    await insertRows(
      admin,
      'traffic.flow_observation',
      SEGMENTS.flatMap(({ id, observed, counted }) =>
        observed === null
          ? []
          : [
              {
                station_id: `station ${id}`,
                station_type: 'CONTINUOUS',
                segment_id: id,
                period_start: at(observed),
                period_minutes: 60,
                direction: 'UP',
                vehicle_class: 'SMALL_PASSENGER',
                vehicle_count: counted,
              },
            ],
      ),
    );
    await insertRows(
      admin,
      'traffic.road_event',
      EVENTS.map(({ id, day, kind }) => ({
        id,
        version: 1,
        event_kind: 'CLOSURE',
        status: 'ACTIVE',
        information_status: kind,
        confidentiality: 'NO_RESTRICTION',
        valid_from: at(day),
      })),
    );
    await insertRows(
      admin,
      'traffic.loop_step',
      EVENTS.flatMap(({ id, day, minutes }) =>
        minutes === null ? [] : [stepOf(id, 'REPORTED', at(day)), stepOf(id, 'VERIFIED', at(day, minutes))],
      ),
    );
  });
});
afterEach(async () => {
  for (const readers of opened.splice(0)) await readers.close();
});
afterAll(() => database.drop());

/** A step of an event out of a state, to the one after it. */
function stepOf(item_id: string, from_state: string, taken_at: string) {
  const who = { actor: 'p1_somebody', agency: 'AG-TRANSPORT-CENTRE', role: 'partner', note: 'Seen.' };
  const [ordinal, to_state] = from_state === 'REPORTED' ? [1, 'VERIFIED'] : [2, 'ACTIVE'];
  const step = { machine: 'RoadEvent', item_id, ordinal, from_state, to_state, taken_at };
  return { ...step, ...who, machine_version: 1, request_id: 'r' };
}

function open(scope: SessionScope, statistics?: StatisticGrants): OpenReaders {
  const readers = openReaders(database, scope, statistics === undefined ? {} : { statistics });
  opened.push(readers);
  return readers;
}

describe('Measures are what counting by hand comes to', () => {
  it.each([
    ['everywhere', EVERYTHING, PLACES],
    ['in one county', scopeOf(['150724']), ['150724']],
  ])('of mediation cases %s', async (_where, scope, places) => {
    const ended = CASES.filter(inJanuary)
      .filter(({ division_code: place }) => (places as readonly string[]).includes(place))
      .filter(({ result }) => result === 'SUCCESS' || result === 'FAILURE');
    const resolved = ended.filter(({ result }) => result === 'SUCCESS').length;
    const followedUp = ended.filter(({ visits }) => visits > 0).length;
    expect(ended.length).toBeGreaterThan(20);
    expect(await open(scope).mediation.caseMeasures(JANUARY)).toEqual({
      concluded: ended.length,
      resolved,
      resolvedRate: rate(resolved, ended.length),
      followedUp,
      followUpRate: rate(followedUp, ended.length),
    });
  });

  it('of warnings', async () => {
    const pushed = WARNINGS.filter(inJanuary).filter(({ status }) => status !== 'SCORED');
    const closed = pushed.filter(({ status }) => status === 'CLOSED').length;
    expect(closed).toBeGreaterThan(5);
    expect(await open(EVERYTHING).mediation.warningMeasures(JANUARY)).toEqual({
      pushed: pushed.length,
      closed,
      closedLoopRate: rate(closed, pushed.length),
    });
  });

  it('of roads', async () => {
    const low = SEGMENTS.filter(({ grade }) => ['CLASS_3', 'CLASS_4', 'SUBSTANDARD'].includes(grade ?? ''));
    const observed = low.filter(
      ({ observed: day, counted }) => day !== null && counted !== null && inJanuary({ day }),
    );
    const waited = EVENTS.filter(inJanuary)
      .filter(({ kind, minutes }) => kind === 'REAL' && minutes !== null)
      .map(({ minutes }) => minutes!)
      .toSorted((a, b) => a - b);
    const middle = [waited[Math.floor((waited.length - 1) / 2)]!, waited[Math.floor(waited.length / 2)]!];
    expect([observed.length, waited.length].every((count) => count > 5)).toBe(true);
    expect(await open(EVERYTHING).traffic.roadMeasures(JANUARY)).toEqual({
      lowGradeSegments: low.length,
      observedSegments: observed.length,
      observedShare: rate(observed.length, low.length),
      publishedEvents: waited.length,
      medianMinutesToPublication: (middle[0]! + middle[1]!) / 2,
    });
  });

  it('and nothing where there is nothing', async () => {
    const before = { from: '2020-01-01T00:00:00+08:00', to: '2020-02-01T00:00:00+08:00' };
    const { mediation, traffic } = open(EVERYTHING);
    expect(await mediation.caseMeasures(before)).toMatchObject({ concluded: 0, resolvedRate: null });
    expect(await mediation.warningMeasures(before)).toMatchObject({ pushed: 0, closedLoopRate: null });
    expect(await traffic.roadMeasures(before)).toMatchObject({ medianMinutesToPublication: null });
    expect(await open({}).mediation.caseMeasures(JANUARY)).toMatchObject({ concluded: 0 });
  });
});

describe('Measures that are told of groups', () => {
  const told = (k: number, groups: readonly string[]): StatisticGrants => ({
    ruleOf: () => ({ k, roundTo: 5 }),
    mayGroupBy: (coordinate) => groups.includes(coordinate),
  });

  it('are rounded, and say nothing of follow-ups, which no group is made by', async () => {
    const { mediation } = open(EVERYTHING, told(5, ['MediationCase.result']));
    const count = (wanted: string): number =>
      CASES.filter(inJanuary).filter(({ result }) => result === wanted).length;
    const [resolved, failed] = ['SUCCESS', 'FAILURE'].map((result) => Math.round(count(result) / 5) * 5);
    expect(await mediation.caseMeasures(JANUARY)).toEqual({
      concluded: resolved! + failed!,
      resolved,
      resolvedRate: rate(resolved!, resolved! + failed!),
      followedUp: null,
      followUpRate: null,
    });
  });

  it('are null where groups are too small, or rows may not be grouped by how they ended', async () => {
    for (const grants of [told(200, ['MediationCase.result']), told(5, [])]) {
      const { mediation } = open(EVERYTHING, grants);
      expect(Object.values(await mediation.caseMeasures(JANUARY))).toEqual([null, null, null, null, null]);
      expect(Object.values(await mediation.warningMeasures(JANUARY))).toEqual([null, null, null]);
    }
  });

  it('are of whole months: no span of days could be taken from another', async () => {
    const { mediation } = open(EVERYTHING, told(5, ['MediationCase.result']));
    const days = { from: '2026-01-01T00:00:00+08:00', to: '2026-01-31T00:00:00+08:00' };
    await expect(mediation.caseMeasures(days)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});
