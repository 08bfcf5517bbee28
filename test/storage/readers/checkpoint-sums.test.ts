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

async function within(
  scope: Parameters<typeof openReaders>[1],
  work: (opened: OpenReaders) => Promise<void>,
) {
  const opened = openReaders(database, scope);
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

describe('passages', () => {
  it('are counted at a checkpoint, all or of one group', async () => {
    const { checkpoint } = readers;
    expect(await checkpoint.checkpointPassageCount('c1', JANUARY)).toBe(5);
    expect(await checkpoint.checkpointPassageCount('c1', JANUARY, 'COACH')).toBe(3);
    expect(await checkpoint.checkpointPassageCount('c1', TENTH)).toBe(3);
    expect(await checkpoint.checkpointPassageCount('c2', JANUARY)).toBe(0);
  });

  it('are counted on a segment, at night from 22:00 until just before 06:00', async () => {
    const { checkpoint } = readers;
    expect(await checkpoint.segmentPassageCount('s1', JANUARY, null, false)).toBe(5);
    expect(await checkpoint.segmentPassageCount('s1', JANUARY, null, true)).toBe(2);
    expect(await checkpoint.segmentPassageCount('s1', JANUARY, 'TRUCK', true)).toBe(0);
  });

  it('have a last one before an instant, to the millisecond', async () => {
    const { checkpoint } = readers;
    expect(await checkpoint.lastPassageAt('c1', '2026-01-10T22:00:00+08:00')).toMatch(/^2026-01-10T21:59:59/);
    expect(await checkpoint.lastPassageAt('c1', '2026-01-10T08:00:00+08:00')).toBeNull();
    expect(await checkpoint.lastPassageAt('c4', '2026-02-01T00:00:00+08:00')).toBeNull();
  });

  it('of withheld usages, other divisions and earlier times do not exist for the caller', async () => {
    await within(scopeOf(['1507'], { withheldUsages: ['PUBLIC_SECURITY'] }), async ({ checkpoint }) => {
      expect(await checkpoint.checkpointPassageCount('c3', JANUARY)).toBe(0);
      expect(await checkpoint.lastPassageAt('c3', '2026-02-01T00:00:00+08:00')).toBeNull();
    });
    await within(scopeOf([''], { notBefore: '2026-01-11T00:00:00+08:00' }), async ({ checkpoint }) => {
      expect(await checkpoint.checkpointPassageCount('c1', JANUARY)).toBe(2);
      expect(await checkpoint.lastPassageAt('c2', '2026-02-01T00:00:00+08:00')).toBeNull();
    });
  });
});

describe('violation rates', () => {
  it('count by code against the vehicles of the same span; unreviewed and cancelled records are none', async () => {
    expect(await readers.checkpoint.violationRates('s1', JANUARY)).toEqual([
      { segmentId: 's1', violationCode: '1303', violations: 2, passages: 5, perTenThousand: 4000 },
      { segmentId: 's1', violationCode: '1344', violations: 1, passages: 5, perTenThousand: 2000 },
    ]);
  });

  it('have no rate where no vehicle was counted', async () => {
    expect(await readers.checkpoint.violationRates('s3', JANUARY)).toEqual([
      { segmentId: 's3', violationCode: '4305', violations: 1, passages: 0, perTenThousand: null },
    ]);
  });

  it('need the row scope of both types', async () => {
    const { CheckpointPassage: _left, ...violationsOnly } = EVERYTHING;
    await within(violationsOnly, async ({ checkpoint, sent }) => {
      expect(await checkpoint.violationRates('s1', JANUARY)).toEqual([]);
      expect(sent).toEqual([]);
    });
  });
});

async function near(segmentId: string, withinKm: number, opened = readers): Promise<[string, number] | null> {
  const found = await opened.checkpoint.nearestCheckpoint(segmentId, withinKm);
  return found === null ? null : [found.checkpoint.id, found.distanceKm];
}

describe('the nearest checkpoint', () => {
  it('is at no distance where it stands on the segment', async () => {
    expect(await near('s1', 20)).toEqual(['c1', 0]);
  });

  it('is measured along the road from the nearer end of the segment', async () => {
    expect(await near('s4', 20)).toEqual(['c2', 15]);
    expect(await near('s4', 15)).toEqual(['c2', 15]);
    expect(await near('s4', 14.9)).toBeNull();
    expect(await near('s5', 200)).toBeNull();
  });

  it('is the next one where the nearest is withheld', async () => {
    expect(await near('s2', 20)).toEqual(['c3', 0]);
    await within(scopeOf([''], { withheldUsages: ['PUBLIC_SECURITY'] }), async (opened) => {
      expect(await near('s2', 20, opened)).toEqual(['c1', 5]);
    });
  });

  it.each([-1, 200.1, Number.NaN])('is refused within %d km', (withinKm) => {
    expect(() => readers.checkpoint.nearestCheckpoint('s1', withinKm)).toThrow(
      expect.objectContaining({ code: 'ARGUMENT_INVALID' }),
    );
  });
});

describe('checkpoints beside a gantry', () => {
  it('are the one on its segment, else the nearest within a kilometre, else none', async () => {
    expect((await readers.checkpoint.gantryCheckpoint('g1'))?.id).toBe('c1');
    expect((await readers.checkpoint.gantryCheckpoint('g2'))?.id).toBe('c2');
    expect((await readers.checkpoint.gantryCheckpoint('g3'))?.id).toBe('c5');
    expect(await readers.checkpoint.gantryCheckpoint('g4')).toBeNull();
  });

  it('are listed by distance as the crow flies', async () => {
    const nearby = await readers.checkpoint.checkpointsNearby('g3', 2);
    // One degree of latitude is 111.195 km on a sphere of 6,371,008.8 m.
    expect(nearby.map(({ checkpoint, distanceKm }) => [checkpoint.id, distanceKm])).toEqual([
      ['c5', 0.556],
      ['c4', 1.668],
    ]);
    expect(await readers.checkpoint.checkpointsNearby('g3', 0.5)).toEqual([]);
  });

  it('leave out the corners of the box that the index is asked for', async () => {
    // c1 lies 0.728 km east of g1: inside a box of 0.73 km, outside a circle of 0.72 km.
    expect(await readers.checkpoint.checkpointsNearby('g1', 0.72)).toEqual([]);
    expect(await readers.checkpoint.checkpointsNearby('g1', 0.73)).toHaveLength(1);
  });
});

async function silent(at: string, hours: number, opened = readers): Promise<string[]> {
  const page = await opened.checkpoint.checkpoints({ first: 20, filter: { silent: { at, hours } } });
  return page.nodes.map(({ id }) => id);
}

describe('silent checkpoints', () => {
  it('are those without a passage in the hours before the instant', async () => {
    expect(await silent('2026-01-11T07:00:00+08:00', 2)).toEqual(['c2', 'c3', 'c4', 'c5']);
    expect(await silent('2026-01-11T06:00:00+08:00', 1)).toEqual(['c2', 'c3', 'c4', 'c5']);
    expect(await silent('2026-01-11T08:00:00+08:00', 1)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
  });

  it('are told only where the caller may see the passages', async () => {
    const { CheckpointPassage: _left, ...noPassages } = EVERYTHING;
    await within(noPassages, async (opened) => {
      expect(await silent('2026-01-11T08:00:00+08:00', 1, opened)).toEqual([]);
      expect(opened.sent).toEqual([]);
    });
    const narrow = { divisions: ['150724'], notBefore: null, withheldUsages: ['PUBLIC_SECURITY'], ties: [] };
    await within({ ...EVERYTHING, CheckpointPassage: narrow }, async (opened) => {
      expect(await silent('2026-01-11T08:00:00+08:00', 1, opened)).toEqual(['c1']);
    });
    const recent = { divisions: [''], notBefore: '2026-01-11T07:30:00+08:00', withheldUsages: [], ties: [] };
    await within({ ...EVERYTHING, CheckpointPassage: recent }, async (opened) => {
      expect(await silent('2026-01-11T08:00:00+08:00', 1, opened)).toEqual([]);
      expect(await silent('2026-01-11T09:00:00+08:00', 1, opened)).toHaveLength(5);
    });
  });

  it.each([0, 169])('are refused over %d hours', async (hours) => {
    await expect(silent('2026-01-11T08:00:00+08:00', hours)).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
  });
});
