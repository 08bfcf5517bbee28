import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { openReaders, type OpenReaders } from './open-readers.ts';
import { EVERYTHING, insertSample, JANUARY, scopeOf } from './sample.ts';

const OF_THE_CASE = { agency: 'AG-TEST', caseReference: 'A-1' };
const BEGIN_MS = Date.parse('2026-01-05T00:00:00+08:00');
const PLATES = Array.from({ length: 12 }, (_none, n) => `蒙E9000${n.toString(36).toUpperCase()}`);
const CHECKPOINTS = Array.from({ length: 6 }, (_none, n) => `k${n}`);

interface Passage {
  readonly id: string;
  readonly plate: string | null;
  readonly checkpoint: string;
  readonly atMs: number;
}

// Numbers that look drawn and are the same each time: a world in which vehicles meet by chance, and often.
const drawn = (n: number, bound: number): number => Math.floor((Math.abs(Math.sin(n + 1)) * 1e6) % bound);
const PASSAGES: readonly Passage[] = Array.from({ length: 900 }, (_none, n) => ({
  id: `w${String(n).padStart(3, '0')}`,
  plate: n % 60 === 0 ? null : n % 61 === 0 ? '蒙E9-0-0' : n % 67 === 0 ? '无车牌' : PLATES[drawn(n, 12)]!,
  checkpoint: CHECKPOINTS[drawn(n + 2_000, 6)]!,
  atMs: BEGIN_MS + 1_000 * drawn(n + 4_000, 40_000),
}));

let database: TestDatabase;
let readers: OpenReaders;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSample(database);
  await database.admin(async (admin) => {
    await insertRows(
      admin,
      'checkpoint.checkpoint',
      CHECKPOINTS.map((id, n) => ({
        id,
        division_code: n % 2 === 0 ? '150724' : '150782',
        status: 'NORMAL',
        category: 'COUNTY',
        usage: n === 5 ? 'PUBLIC_SECURITY' : 'TRAFFIC',
        is_enforcement: false,
        lon: 119 + n / 5,
        lat: 49,
      })),
    );
    await insertRows(
      admin,
      'checkpoint.passage',
      PASSAGES.map(({ id, plate, checkpoint, atMs }) => ({
        id,
        checkpoint_id: checkpoint,
        division_code: CHECKPOINTS.indexOf(checkpoint) % 2 === 0 ? '150724' : '150782',
        usage: checkpoint === 'k5' ? 'PUBLIC_SECURITY' : 'TRAFFIC',
        pass_time: new Date(atMs).toISOString(),
        plate_no: plate,
        vehicle_group: 'PASSENGER_CAR',
      })),
    );
  });
  readers = openReaders(database, EVERYTHING, OF_THE_CASE);
});
afterAll(async () => {
  await readers.close();
  await database.drop();
});

const refused = (code: string) => expect.objectContaining({ code }) as Error;
const vehicle = (plateNo: string, during = JANUARY) => ({ plateNo, during });

/** What companions are, worked out pair by pair. */
function companionsAmong(
  passages: readonly Passage[],
  plate: string,
  { withinSeconds, atLeast }: { withinSeconds: number; atLeast: number },
): readonly (readonly [string, number, number, number, number])[] {
  const own = passages.filter((passage) => passage.plate === plate);
  return PLATES.filter((other) => other !== plate).flatMap((other) => {
    const shared = own.filter(({ checkpoint, atMs }) =>
      passages.some(
        (passage) =>
          passage.plate === other &&
          passage.checkpoint === checkpoint &&
          Math.abs(passage.atMs - atMs) <= 1_000 * withinSeconds,
      ),
    );
    const checkpoints = new Set(shared.map(({ checkpoint }) => checkpoint)).size;
    const times = shared.map(({ atMs }) => atMs);
    return checkpoints < atLeast
      ? []
      : [[other, checkpoints, shared.length, Math.min(...times), Math.max(...times)] as const];
  });
}

async function toldCompanions(
  opened: OpenReaders,
  plate: string,
  asked: { withinSeconds: number; atLeast: number },
) {
  const told = await opened.checkpoint.companions(vehicle(plate), asked);
  return told
    .map(
      ({ id, checkpoints, passages, firstAt, lastAt }) =>
        [
          opened.checkpoint.companionPlate(id),
          checkpoints,
          passages,
          Date.parse(firstAt),
          Date.parse(lastAt),
        ] as const,
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

it('companions are those that brute force finds, whatever vehicle and window', async () => {
  const asked = record({
    withinSeconds: integer({ min: 1, max: 300 }),
    atLeast: integer({ min: 3, max: 5 }),
  });
  let found = 0;
  await assert(
    asyncProperty(constantFrom(...PLATES), asked, async (plate, window) => {
      const told = await toldCompanions(readers, plate, window);
      found += told.length;
      expect(told).toEqual(companionsAmong(PASSAGES, plate, window));
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(100);
});

it('neither a companion nor a passage outside the row scope is told of', async () => {
  const withheld = openReaders(
    database,
    scopeOf(['150782'], { withheldUsages: ['PUBLIC_SECURITY'] }),
    OF_THE_CASE,
  );
  const open = PASSAGES.filter(({ checkpoint }) => ['k1', 'k3'].includes(checkpoint));
  const [plate] = PLATES;
  const page = await withheld.checkpoint.vehiclePassages(vehicle(plate!), { first: 200 });
  expect(page.nodes.map(({ id }) => id).toSorted()).toEqual(
    open.filter((passage) => passage.plate === plate).map(({ id }) => id),
  );
  expect(await toldCompanions(withheld, plate!, { withinSeconds: 300, atLeast: 3 })).toEqual([]);
  const last = open.filter((passage) => passage.plate === plate).toSorted((a, b) => b.atMs - a.atMs)[0]!;
  const ring = await withheld.checkpoint.searchRing(vehicle(plate!), { stepMinutes: 60 });
  expect(ring).toMatchObject({ lastSeenCheckpointId: last.checkpoint });
  expect(Date.parse(ring!.lastSeenAt)).toBe(last.atMs);
  expect(ring!.checkpoints.map(({ checkpoint }) => checkpoint.id).toSorted()).toEqual(['c2', 'k1', 'k3']);
  await withheld.close();
});

it('the trajectory comes whole and in the order of time, page by page', async () => {
  const [plate] = PLATES;
  const own = PASSAGES.filter((passage) => passage.plate === plate).toSorted(
    (a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1),
  );
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await readers.checkpoint.vehiclePassages(vehicle(plate!), { first: 7, after });
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(own.map(({ id }) => id));
});

it('a pseudonym is the same in one case, and opens in no other', async () => {
  const asked = { withinSeconds: 300, atLeast: 3 };
  const ids = async (more: object) => {
    const opened = openReaders(database, EVERYTHING, { ...OF_THE_CASE, ...more });
    const told = await opened.checkpoint.companions(vehicle(PLATES[0]!), asked);
    await opened.close();
    return told.map(({ id }) => id).toSorted();
  };
  const [here, again, elsewhere] = await Promise.all([ids({}), ids({}), ids({ caseReference: 'A-2' })]);
  expect(here.length).toBeGreaterThan(2);
  expect(again).toEqual(here);
  expect(elsewhere.filter((id) => here.includes(id))).toEqual([]);
  expect(() => readers.checkpoint.companionPlate(elsewhere[0]!)).toThrow(refused('ARGUMENT_INVALID'));
});

it('a search is widened ring by ring, and each ring needs the one before', async () => {
  const [plate] = PLATES;
  const ask = (after?: string | null) =>
    readers.checkpoint.searchRing(vehicle(plate!), { stepMinutes: 10, ...(after != null && { after }) });
  const rings = [];
  for (let after: string | null = null; ;) {
    const ring = await ask(after);
    rings.push(ring!);
    after = ring!.cursor;
    if (after === null) break;
  }
  expect(rings.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_none, n) => n + 1));
  const last = PASSAGES.filter((passage) => passage.plate === plate).toSorted((a, b) => b.atMs - a.atMs)[0]!;
  expect(new Set(rings.map(({ lastSeenCheckpointId }) => lastSeenCheckpointId))).toEqual(
    new Set([last.checkpoint]),
  );
  const near = rings.flatMap(({ fromKm, toKm, checkpoints }) =>
    checkpoints.map(({ checkpoint, distanceKm }) => {
      expect(distanceKm).toBeGreaterThanOrEqual(fromKm);
      expect(distanceKm).toBeLessThanOrEqual(toKm);
      return checkpoint.id;
    }),
  );
  // No checkpoint twice, and of the sample's those that are not 600 km away.
  expect(near.toSorted()).toEqual(['c1', 'c2', 'c3', ...CHECKPOINTS]);
  await expect(
    readers.checkpoint.searchRing(vehicle(PLATES[1]!), { stepMinutes: 10, after: rings[0]!.cursor }),
  ).rejects.toThrow(refused('CURSOR_INVALID'));
  await expect(
    readers.checkpoint.searchRing(vehicle(plate!), { stepMinutes: 5, after: rings[0]!.cursor }),
  ).rejects.toThrow(refused('CURSOR_INVALID'));
});

it('a vehicle that was not seen has nothing, and a wide span, a low bound or what is no whole plate is refused', async () => {
  const { checkpoint } = readers;
  const nobody = vehicle('蒙E00000');
  expect((await checkpoint.vehiclePassages(nobody, { first: 5 })).nodes).toEqual([]);
  expect(await checkpoint.stays(nobody, 60)).toEqual([]);
  expect(await checkpoint.companions(nobody, { withinSeconds: 90, atLeast: 3 })).toEqual([]);
  expect(await checkpoint.searchRing(nobody, { stepMinutes: 10 })).toBeNull();
  await expect(checkpoint.companions(nobody, { withinSeconds: 90, atLeast: 2 })).rejects.toThrow(
    refused('ARGUMENT_INVALID'),
  );
  for (const many of ['无车牌', '蒙E9-0-0']) {
    expect(() => checkpoint.caseVehicle(many, JANUARY)).toThrow(refused('ARGUMENT_INVALID'));
    expect(() => readers.traffic.gantryTrajectory({ ...vehicle(many), first: 5 })).toThrow(
      refused('ARGUMENT_INVALID'),
    );
  }
  expect(() =>
    checkpoint.caseVehicle('蒙E00000', { from: JANUARY.from, to: '2026-04-05T00:00:00+08:00' }),
  ).toThrow(refused('ARGUMENT_INVALID'));
});
