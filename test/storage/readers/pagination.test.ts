import * as fc from 'fast-check';
import type { Page, PageRequest } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, scopeOf } from './sample.ts';

const ROWS = 33;
let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  await database.admin(async (admin) => {
    const numbers = Array.from({ length: ROWS }, (_none, n) => n);
    // Sort keys that many rows share, that some lack, and that differ by a millisecond.
    await insertRows(
      admin,
      'traffic.road_segment',
      numbers.map((n) => ({
        id: `many-${n}`,
        road_id: 'r1',
        code_system: 'GB_T_917',
        road_ref: 'G10',
        direction: 'BOTH',
        division_code: n % 2 === 0 ? '150724' : '150782',
        aadt: n % 7 === 0 ? null : n % 5,
        night_flow: n % 7 === 0 ? null : (n % 5) / 3,
      })),
    );
    await insertRows(
      admin,
      'checkpoint.passage',
      numbers.map((n) => ({
        id: `many-${n}`,
        checkpoint_id: 'c1',
        segment_id: 's1',
        division_code: n % 2 === 0 ? '150724' : '150782',
        usage: 'TRAFFIC',
        pass_time: `2026-01-${10 + (n % 2)}T12:00:00.00${n % 5}+08:00`,
        vehicle_group: 'TRUCK',
      })),
    );
    await insertRows(
      admin,
      'mediation.mediation_case',
      numbers.map((n) => ({
        id: `many-${n}`,
        case_no: `many-${n}`,
        dispute_kind: 'NEIGHBOUR',
        status: 'ACCEPTED',
        division_code: '150724',
        accepted_at: n % 3 === 0 ? null : `2026-01-10T12:00:00.00${n % 4}+08:00`,
      })),
    );
  });
});
beforeEach(() => {
  readers = openReaders(database, EVERYTHING);
});
afterEach(() => readers.close());
afterAll(() => database.drop());

type List = (request: PageRequest) => Promise<Page<object>>;
const LISTS: readonly [string, string | null, (opened: OpenReaders) => List][] = [
  ['traffic.adminDivisions', null, ({ traffic }) => traffic.adminDivisions as List],
  ['traffic.roadSegments', 'ID_ASC', ({ traffic }) => traffic.roadSegments as List],
  ['traffic.roadSegments', 'NIGHT_FLOW_DESC', ({ traffic }) => traffic.roadSegments as List],
  ['traffic.roadSegments', 'AADT_DESC', ({ traffic }) => traffic.roadSegments as List],
  ['traffic.gantries', 'ID_ASC', ({ traffic }) => traffic.gantries as List],
  ['traffic.roadEvents', 'VALID_FROM_DESC', ({ traffic }) => traffic.roadEvents as List],
  ['traffic.roadEvents', 'ID_ASC', ({ traffic }) => traffic.roadEvents as List],
  ['checkpoint.checkpoints', 'ID_ASC', ({ checkpoint }) => checkpoint.checkpoints as List],
  ['checkpoint.passages', 'PASS_TIME_DESC', ({ checkpoint }) => checkpoint.passages as List],
  ['checkpoint.violations', 'VIOLATION_TIME_DESC', ({ checkpoint }) => checkpoint.violations as List],
  ['mediation.mediationCases', 'ACCEPTED_AT_DESC', ({ mediation }) => mediation.mediationCases as List],
  ['mediation.mediationCases', 'ID_ASC', ({ mediation }) => mediation.mediationCases as List],
  [
    'mediation.detentionMediations',
    'INTAKE_AT_DESC',
    ({ mediation }) => mediation.detentionMediations as List,
  ],
  [
    'checkpoint.disputeIncidents',
    'OCCURRED_AT_DESC',
    ({ checkpoint }) => checkpoint.disputeIncidents as List,
  ],
  ['mediation.disputeWarnings', 'PUSHED_AT_DESC', ({ mediation }) => mediation.disputeWarnings as List],
  ['oversight.disclosureRecords', 'RECORDED_AT_DESC', ({ oversight }) => oversight.disclosureRecords as List],
  ['oversight.breakGlassUses', 'OPENED_AT_DESC', ({ oversight }) => oversight.breakGlassUses as List],
  ['oversight.agreements', 'UID_ASC', ({ oversight }) => oversight.agreements as List],
];

async function walk(list: List, request: PageRequest): Promise<object[]> {
  const seen: object[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<object> = await list({ ...request, after });
    seen.push(...page.nodes);
    expect(page.nodes.length).toBeLessThanOrEqual(request.first);
    expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
    expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
    if (!page.pageInfo.hasNextPage) return seen;
    expect(page.nodes).toHaveLength(request.first);
    after = page.pageInfo.endCursor;
  }
}

describe.each(LISTS)('%s by %s', (_name, orderBy, listOf) => {
  const order = orderBy === null ? {} : { orderBy };

  it('is walked to its end without loss or double, whatever the size of the page', async () => {
    const whole = await listOf(readers)({ first: 200, ...order });
    expect(whole.nodes.length).toBeGreaterThan(1);
    expect(whole.pageInfo.hasNextPage).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.nodes.length + 1 }), async (first) => {
        expect(await walk(listOf(readers), { first, ...order })).toEqual(whole.nodes);
      }),
      { numRuns: 3, examples: [[whole.nodes.length]] },
    );
  });

  it('can be entered again at every edge', async () => {
    const whole = await listOf(readers)({ first: 200, ...order });
    const middle = Math.trunc(whole.nodes.length / 2);
    const rest = await listOf(readers)({ first: 200, after: whole.edges[middle]!.cursor, ...order });
    expect(rest.nodes).toEqual(whole.nodes.slice(middle + 1));
  });

  it.each([0, -1, 201, 1.5])('refuses pages of %d rows and sends nothing', async (first) => {
    await expect(listOf(readers)({ first, ...order })).rejects.toMatchObject({ code: 'PAGE_SIZE_INVALID' });
    expect(readers.sent).toEqual([]);
  });
});

/** One column of the rows of a page. */
async function columnOf(list: Promise<Page<object>>, name: string): Promise<(number | string | null)[]> {
  return (await list).nodes.map((row) => Reflect.get(row, name) as number | string | null);
}

describe('the order', () => {
  it('puts the largest first and what has no value last', async () => {
    const aadt = await columnOf(readers.traffic.roadSegments({ first: 200, orderBy: 'AADT_DESC' }), 'aadt');
    expect(aadt).toEqual(aadt.toSorted((a, b) => Number(b ?? -1) - Number(a ?? -1)));
    expect(aadt.at(-1)).toBeNull();
  });

  it('puts the newest passage first', async () => {
    const times = await columnOf(readers.checkpoint.passages({ first: 200 }), 'passTime');
    expect(times).toEqual(times.toSorted((a, b) => (a! > b! ? -1 : 1)));
  });
});

describe('a cursor', () => {
  const request = { first: 2, orderBy: 'AADT_DESC', filter: { divisionCode: '150700' } } as const;
  const cursorOf = async () => (await readers.traffic.roadSegments(request)).pageInfo.endCursor;
  const invalid = { code: 'CURSOR_INVALID' };

  it('opens under its own order and filter only', async () => {
    const after = await cursorOf();
    const { traffic } = readers;
    await expect(traffic.roadSegments({ ...request, first: 9, after })).resolves.toBeDefined();
    await expect(traffic.roadSegments({ ...request, orderBy: 'ID_ASC', after })).rejects.toMatchObject(
      invalid,
    );
    await expect(traffic.roadSegments({ ...request, filter: {}, after })).rejects.toMatchObject(invalid);
    await expect(traffic.gantries({ first: 2, after })).rejects.toMatchObject(invalid);
  });

  it('does not open under another grant', async () => {
    const after = await cursorOf();
    const other = openReaders(database, EVERYTHING, { grantDigest: 'another' });
    await expect(other.traffic.roadSegments({ ...request, after })).rejects.toMatchObject(invalid);
    await other.close();
  });
});

it('a page within a row scope says nothing of the rows outside it', async () => {
  const narrow = openReaders(database, scopeOf(['150782']));
  try {
    const visible = ROWS / 2 - 0.5;
    const page = await narrow.checkpoint.passages({ first: visible, filter: { divisionCode: '150700' } });
    expect(page.nodes.every(({ id }) => Number(id.replace('many-', '')) % 2 === 1)).toBe(true);
    // One more stands in the sample.
    expect(page.pageInfo.hasNextPage).toBe(true);
    const all = await narrow.checkpoint.passages({ first: visible + 1 });
    expect(all.pageInfo.hasNextPage).toBe(false);
  } finally {
    await narrow.close();
  }
});
