import { link, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEpochFile,
  destroyEpochKey,
  openSubjectKeys,
  readEpochFiles,
} from '../../../src/audit/index.ts';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00Z');
const FIRST = { subjects: Buffer.from('first'), variables: Buffer.from('first') };

let folder: string;
let nowMs: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lukou-subjects-'));
  nowMs = START;
});
afterEach(() => rm(folder, { recursive: true }));

const open = () =>
  openSubjectKeys({
    folder,
    first: FIRST,
    derive: (key) => ({ subjects: key, variables: key }),
    clock: { nowMs: () => nowMs },
  });
const pathOf = (epoch: number): string => join(folder, `${epoch}.epoch`);

it('Before there is another epoch, all is of the first', () => {
  const keys = open();
  expect(keys.now()).toBe(FIRST);
  expect(keys.within(-Infinity, Infinity)).toEqual([FIRST]);
});

it('An epoch that was made elsewhere takes over at its instant, in a process that runs', async () => {
  const keys = open();
  await createEpochFile(folder, 2, START + DAY);
  nowMs += 30_000;
  expect(keys.now()).toBe(FIRST);
  nowMs = START + DAY - 1;
  expect(keys.now()).toBe(FIRST);
  nowMs = START + DAY;
  expect(keys.now()).not.toBe(FIRST);
  expect(open().now()).toEqual(keys.now());
  expect((await stat(pathOf(2))).mode & 0o777).toBe(0o600);
});

it('A span is searched with the keys of the epochs that it overlaps, and of what was under way at its ends', async () => {
  await createEpochFile(folder, 2, START + 10 * DAY);
  await createEpochFile(folder, 3, START + 20 * DAY);
  const keys = open();
  const countWithin = (from: number, to: number): number =>
    keys.within(START + from * DAY, START + to * DAY).length;
  expect(countWithin(0, 5)).toBe(1);
  expect(countWithin(0, 10)).toBe(2);
  expect(countWithin(11, 19)).toBe(1);
  expect(countWithin(5, 25)).toBe(3);
  expect(keys.within(-Infinity, Infinity)).toHaveLength(3);
});

it('The first epoch may have a file of its own, which is destroyed like any', async () => {
  await createEpochFile(folder, 1, 0);
  await createEpochFile(folder, 2, START + DAY);
  expect(open().now()).not.toBe(FIRST);
  expect(open().listEpochs()).toMatchObject([
    { epoch: 1, fromMs: -Infinity, toMs: START + DAY, hasFile: true },
    { epoch: 2, hasFile: true },
  ]);
  await destroyEpochKey(folder, readEpochFiles(folder)[0]!);
  expect(open().within(-Infinity, START)).toEqual([]);
  await rm(pathOf(2));
  await createEpochFile(folder, 3, START + 2 * DAY);
  expect(open).toThrow(/2\.epoch, is missing or damaged/);
});

it('A key that was destroyed is nowhere in its file, and the epoch is still known', async () => {
  await createEpochFile(folder, 2, START);
  await createEpochFile(folder, 3, START + DAY);
  const [file] = readEpochFiles(folder);
  // A second name of the same bytes on the disk.
  const bytes = join(folder, 'bytes');
  await link(pathOf(2), bytes);
  await destroyEpochKey(folder, file!);
  expect((await readFile(bytes)).every((byte) => byte === 0)).toBe(true);
  expect(await readFile(pathOf(2), 'utf8')).toBe('{"from":"2026-01-01T00:00:00.000Z","key":null}\n');
  expect(open().listEpochs()).toMatchObject([
    { epoch: 1, keys: FIRST },
    { epoch: 2, keys: null, toMs: START + DAY },
    { epoch: 3 },
  ]);
  expect(open().within(START, START + DAY)).toHaveLength(2);
});

it('Two commands at once make one epoch', async () => {
  const made = await Promise.allSettled([1, 2].map(() => createEpochFile(folder, 2, START)));
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('A file that is damaged or gone is not passed over, and its content is not told', async () => {
  await createEpochFile(folder, 2, START);
  await createEpochFile(folder, 3, START + DAY);
  await rm(pathOf(2));
  expect(open).toThrow(/2\.epoch, is missing or damaged/);
  await writeFile(pathOf(2), '{"from":"2026-01-01T00:00:00.000Z","key":"a-secret"}');
  expect(open).toThrow(expect.objectContaining({ code: 'SETTING_INVALID' }));
  expect(open).not.toThrow(/a-secret/);
});
