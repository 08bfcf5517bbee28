import * as fc from 'fast-check';
import { compileMask } from '../../../src/masking/index.ts';
import type { TimeBucket } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders } from './open-readers.ts';
import { EVERYTHING, insertSample } from './sample.ts';

const ROWS = 60;
const NO_KEYS = { tokenKey: () => Buffer.alloc(32) };

function bucket(width: 'PT15M' | 'PT1H' | 'P1D'): TimeBucket {
  const startOf = compileMask({ fn: 'time.bucket', d: width }, NO_KEYS);
  return { width, startOf: (instant) => startOf(instant) as string };
}

/** An instant of three days, at midnights, full hours and quarters, and around them. */
const instantOf = (n: number): string =>
  new Date(
    Date.parse('2026-01-10T00:00:00+08:00') + n * 4_500_000 + [-1, 0, 1, 450_000][n % 4]!,
  ).toISOString();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  const numbers = Array.from({ length: ROWS }, (_none, n) => n);
  const common = { segment_id: 's1', division_code: '150724', online_label: 'RESTRICTED' };
  await database.admin(async (admin) => {
    await insertRows(
      admin,
      'checkpoint.passage',
      numbers.map((n) => ({
        ...common,
        // The order of ids has nothing to do with the order of times.
        id: `b-${(n * 37) % ROWS}`,
        checkpoint_id: 'c1',
        usage: 'TRAFFIC',
        pass_time: instantOf(n),
        vehicle_group: 'TRUCK',
      })),
    );
    await insertRows(
      admin,
      'traffic.gantry_passage',
      numbers.map((n) => ({
        ...common,
        id: `b-${(n * 37) % ROWS}`,
        gantry_id: 'g1',
        trans_time: instantOf(n),
        vehicle_group: 'TRUCK',
      })),
    );
    await insertRows(
      admin,
      'checkpoint.violation',
      numbers.map((n) => ({
        ...common,
        id: `b-${(n * 37) % ROWS}`,
        violation_time: instantOf(n),
        violation_code: '1303',
        status: 'ENTERED',
      })),
    );
  });
}, 120_000);
afterAll(() => database.drop());

interface Timed {
  readonly id: string;
  readonly at: string;
}

/** Newest bucket first, and within a bucket in the order of ids. */
function inOrder(rows: readonly Timed[], { startOf }: TimeBucket): string[] {
  return rows
    .map(({ id, at }) => ({ id, start: Date.parse(startOf(at)) }))
    .toSorted((a, b) => b.start - a.start || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

async function withReaders<T>(
  shown: TimeBucket | null,
  work: (readers: ReturnType<typeof openReaders>) => Promise<T>,
): Promise<T> {
  const readers = openReaders(database, EVERYTHING, { bucketOf: () => shown });
  try {
    return await work(readers);
  } finally {
    await readers.close();
  }
}

const LISTS = {
  passages: async (shown: TimeBucket | null, first: number, after: string | null) => {
    const page = await withReaders(shown, ({ checkpoint }) => checkpoint.passages({ first, after }));
    return { rows: page.nodes.map(({ id, passTime }) => ({ id, at: passTime })), page: page.pageInfo };
  },
  violations: async (shown: TimeBucket | null, first: number, after: string | null) => {
    const page = await withReaders(shown, ({ checkpoint }) => checkpoint.violations({ first, after }));
    return {
      rows: page.nodes.map(({ id, violationTime }) => ({ id, at: violationTime })),
      page: page.pageInfo,
    };
  },
};

describe.each(Object.entries(LISTS))('%s whose time is seen in buckets', (_name, list) => {
  it('come in the order of buckets and ids, page by page, none twice and none left out', async () => {
    const { rows } = await list(null, 200, null);
    expect(rows.length).toBeGreaterThan(ROWS);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('PT15M' as const, 'PT1H' as const, 'P1D' as const),
        fc.integer({ min: 1, max: 40 }),
        async (width, first) => {
          const shown = bucket(width);
          const seen: string[] = [];
          let place = { endCursor: null as string | null, hasNextPage: true };
          while (place.hasNextPage) {
            const next = await list(shown, first, place.endCursor);
            seen.push(...next.rows.map(({ id }) => id));
            place = next.page;
          }
          expect(seen).toEqual(inOrder(rows, shown));
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });

  it('come in another order than in clear: the ids alone would tell', async () => {
    const shown = bucket('P1D');
    const { rows } = await list(null, 200, null);
    const { rows: bucketed } = await list(shown, 200, null);
    expect(bucketed.map(({ id }) => id)).not.toEqual(rows.map(({ id }) => id));
  });
});

const NEWEST = {
  'a checkpoint': async (shown: TimeBucket | null, first: number) => {
    const rows = await withReaders(shown, ({ checkpoint }) => checkpoint.checkpointPassages('c1', first));
    return rows.map(({ id, passTime }) => ({ id, at: passTime }));
  },
  'a gantry': async (shown: TimeBucket | null, first: number) => {
    const rows = await withReaders(shown, ({ traffic }) => traffic.gantryPassages('g1', first));
    return rows.map(({ id, transTime }) => ({ id, at: transTime }));
  },
};

it.each(Object.entries(NEWEST))(
  'the newest passages of %s come in the order of buckets and ids too, whichever end a page has',
  async (_name, list) => {
    const all = await list(null, 200);
    expect(all.length).toBeGreaterThan(ROWS);
    for (const width of ['PT15M', 'PT1H', 'P1D'] as const)
      for (const first of [1, 7, 25, 200])
        expect((await list(bucket(width), first)).map(({ id }) => id)).toEqual(
          inOrder(all, bucket(width)).slice(0, first),
        );
    // In clear they come in another order: the ids alone would tell.
    expect(inOrder(all, bucket('P1D'))).not.toEqual(all.map(({ id }) => id));
  },
);
