import type { StoredRecord } from '../../src/audit/index.ts';
import { uuidV7 } from '../../src/base/index.ts';
import { createDisclosureLogStore } from '../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

function recordAt(index: number): StoredRecord {
  return {
    index,
    id: uuidV7(Date.now()),
    recordedAt: '2026-01-31T00:00:00.000Z',
    stage: 'RELEASE',
    agency: null,
    role: 'public',
    actor: 'public',
    purpose: null,
    caseReference: null,
    operationName: null,
    code: 'OK',
    rowCount: 0,
    agreements: [],
    coordinates: [],
    denied: [],
    leaf: Buffer.from(`record ${index}`),
  };
}

/** One process's store, and the indices at which it was asked to build. */
function openWriter(records = 1) {
  const store = createDisclosureLogStore(database.log);
  const builtAt: number[] = [];
  const append = (): Promise<void> =>
    store.append((first) => {
      builtAt.push(first);
      return Array.from({ length: records }, (_, offset) => recordAt(first + offset));
    });
  return { append, builtAt };
}

const stored = (): Promise<readonly [number, string][]> =>
  database.admin(async (admin) => {
    const { rows } = await admin.query<{ index: number; leaf: Buffer }>(
      'select index::integer, leaf from oversight.disclosure order by index',
    );
    return rows.map(({ index, leaf }): [number, string] => [index, leaf.toString()]);
  });

const numbered = (count: number) => Array.from({ length: count }, (_, at) => [at, `record ${at}`]);

it('goes on where it left off, without asking for the index', async () => {
  const writer = openWriter(2);
  for (let turn = 0; turn < 3; turn++) await writer.append();
  expect(writer.builtAt).toEqual([0, 2, 4]);
  expect(await stored()).toEqual(numbered(6));
});

it('builds again behind what another process has written in between, without a gap or a double', async () => {
  const [one, other] = [openWriter(), openWriter(3)];
  await one.append();
  await other.append();
  await one.append();
  expect(one.builtAt).toEqual([0, 1, 4]);
  await other.append();
  expect(other.builtAt).toEqual([1, 4, 5]);
  await other.append();
  expect(other.builtAt.at(-1)).toBe(8);
  expect(await stored()).toEqual(numbered(11));
});

it('is gapless where several processes write at once', async () => {
  const writers = [openWriter(), openWriter(2), openWriter(3)];
  for (let turn = 0; turn < 5; turn++) await Promise.all(writers.map(({ append }) => append()));
  expect(await stored()).toEqual(numbered(30));
});

it('asks for the index again after a batch that failed', async () => {
  const writer = openWriter();
  await writer.append();
  const store = createDisclosureLogStore(database.log);
  await store.append((first) => [recordAt(first)]);
  const twice = store.append((first) => [recordAt(first), recordAt(first)]);
  await expect(twice).rejects.toMatchObject({ code: 'STORAGE_FAULT' });
  await store.append((first) => [recordAt(first)]);
  expect(await stored()).toEqual(numbered(3));
});
