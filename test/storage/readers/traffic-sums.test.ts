import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY, scopeOf, TENTH } from './sample.ts';

let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
});
beforeEach(() => {
  readers = openReaders(database, EVERYTHING);
});
afterEach(() => readers.close());
afterAll(() => database.drop());

describe('flow on a segment', () => {
  it('is summed by hour and class, counting each carriageway once and weighting speed by vehicles', async () => {
    const buckets = await readers.traffic.flowSummary('s1', TENTH, 'HOUR');
    expect(buckets).toEqual([
      bucket('2026-01-10T08:00:00+08:00', 'LARGE_TRUCK', 10, 40),
      // Station a up 100 at 60, station c down 40 at 90; station b counted the same vehicles as a, but fewer.
      bucket('2026-01-10T08:00:00+08:00', 'SMALL_PASSENGER', 140, (100 * 60 + 40 * 90) / 140),
      bucket('2026-01-10T09:00:00+08:00', 'SMALL_PASSENGER', 50, 80),
    ]);
  });

  it('is summed by day at +08:00, where a count of both carriageways together may stand', async () => {
    const buckets = await readers.traffic.flowSummary('s1', JANUARY, 'DAY');
    expect(buckets).toEqual([
      bucket('2026-01-10T00:00:00+08:00', 'LARGE_TRUCK', 10, 40),
      // 500 on both carriageways against 150 up and 40 down.
      bucket('2026-01-10T00:00:00+08:00', 'SMALL_PASSENGER', 500, null),
      bucket('2026-01-11T00:00:00+08:00', 'SMALL_PASSENGER', 7, 50),
    ]);
  });

  it('is summed by month', async () => {
    const buckets = await readers.traffic.flowSummary('s1', JANUARY, 'MONTH');
    expect(buckets).toEqual([
      bucket('2026-01-01T00:00:00+08:00', 'LARGE_TRUCK', 10, 40),
      bucket('2026-01-01T00:00:00+08:00', 'SMALL_PASSENGER', 500, null),
    ]);
  });

  it('includes the first instant of a span and not the last', async () => {
    const span = { from: '2026-01-10T09:00:00+08:00', to: '2026-01-11T00:30:00+08:00' };
    const buckets = await readers.traffic.flowSummary('s1', span, 'HOUR');
    expect(buckets).toEqual([bucket('2026-01-10T09:00:00+08:00', 'SMALL_PASSENGER', 50, 80)]);
  });

  it('is found by a stake of the road, and by none that it does not reach', async () => {
    expect(await flowAt(0)).toHaveLength(3);
    expect(await flowAt(9_999)).toEqual(await flowAt(0));
    expect(await flowAt(10_000)).toEqual([]);
  });
});

describe('gantry passages', () => {
  it('are counted on the segment, all or of one group', async () => {
    expect(await readers.traffic.gantryCount('s1', JANUARY)).toBe(7);
    expect(await readers.traffic.gantryCount('s1', JANUARY, 'TRUCK')).toBe(6);
    expect(await readers.traffic.gantryCount('s2', JANUARY)).toBe(0);
  });

  it('are weighed by number of axles against GB 1589; eight axles have the limit of six', async () => {
    const loads = await readers.traffic.axleLoads('g1', JANUARY);
    expect(loads).toEqual([
      { gantryId: 'g1', axleCount: 2, passages: 2, overweight: 1 },
      { gantryId: 'g1', axleCount: 6, passages: 1, overweight: 1 },
      { gantryId: 'g1', axleCount: 8, passages: 2, overweight: 1 },
    ]);
  });

  it('outside the row scope are not counted', async () => {
    await using(scopeOf(['150782']), async ({ traffic }) => {
      expect(await traffic.gantryCount('s1', JANUARY)).toBe(0);
      expect(await traffic.gantryCount('s3', JANUARY)).toBe(1);
      expect(await traffic.axleLoads('g1', JANUARY)).toEqual([]);
    });
  });
});

describe('road events', () => {
  it('are counted as accidents at every level of division, false alarms and exercises left out', async () => {
    expect(await readers.traffic.accidentCount('150724', JANUARY)).toBe(1);
    expect(await readers.traffic.accidentCount('150700', JANUARY)).toBe(2);
    expect(await readers.traffic.accidentCount('150000', JANUARY)).toBe(3);
    expect(await readers.traffic.accidentCount('150000', TENTH)).toBe(0);
  });

  it('are summed as closures by road and winter, July to June', async () => {
    const during = { from: '2025-07-01T00:00:00+08:00', to: '2027-01-01T00:00:00+08:00' };
    expect(await readers.traffic.closureSummary(during, 'SNOW_DRIFTS')).toEqual([
      { roadCode: 'G10', winter: 2025, closures: 3, meanHours: (12 + 24 + 6) / 3 },
      { roadCode: 'G10', winter: 2026, closures: 1, meanHours: 2 },
      { roadCode: 'X904', winter: 2025, closures: 1, meanHours: null },
    ]);
    expect(await readers.traffic.closureSummary(during, 'BLACK_ICE')).toEqual([]);
  });
});

it('a span that ends before it begins is refused', () => {
  const backwards = { from: JANUARY.to, to: JANUARY.from };
  expect(() => readers.traffic.flowSummary('s1', backwards, 'DAY')).toThrow(
    expect.objectContaining({ code: 'ARGUMENT_INVALID' }),
  );
  expect(readers.sent).toEqual([]);
});

function flowAt(stake: number) {
  return readers.traffic.flowAtStake({ roadCode: 'G10', stake, during: TENTH, bucket: 'HOUR' });
}

function bucket(start: string, vehicleClass: string, vehicleCount: number, averageSpeedKph: number | null) {
  return expect.objectContaining({ start, vehicleClass, vehicleCount, averageSpeedKph }) as object;
}

async function using(
  scope: Parameters<typeof openReaders>[1],
  work: (opened: OpenReaders) => Promise<void>,
): Promise<void> {
  const opened = openReaders(database, scope);
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}
