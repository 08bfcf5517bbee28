import { casesAtTheDoor } from './f-paths/cases-at-the-door.ts';
import { casesOfBytes } from './f-paths/cases-of-bytes.ts';
import { casesOfFields } from './f-paths/cases-of-fields.ts';
import { casesOfRows } from './f-paths/cases-of-rows.ts';
import { casesOfStatistics } from './f-paths/cases-of-statistics.ts';
import { CASES_WITHOUT_A_WAY } from './f-paths/cases-without-a-way.ts';
import { NO_SUCH_PATH, type NoSuchPath, PATHS } from './f-paths/paths.ts';
import { openSampleStage, type SampleStage } from './f-paths/sample-stage.ts';
import { stillTrue } from './f-paths/still-true.ts';

let stage: SampleStage;
beforeAll(async () => {
  stage = await openSampleStage();
}, 120_000);
afterAll(() => stage.close());

const current = (): SampleStage => stage;
const CASES = [
  ...casesOfFields(current),
  ...casesOfRows(current),
  ...casesOfBytes(current),
  ...casesOfStatistics(current),
  ...casesAtTheDoor(current),
  ...CASES_WITHOUT_A_WAY,
].toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
const CELLS = CASES.flatMap(({ id, verdict, paths }) =>
  PATHS.map((path) => ({ id, path, verdict, attempt: paths[path] })),
);

it('every F case is here, once', () => {
  expect(CASES.map(({ id }) => id)).toEqual(Array.from({ length: 22 }, (_, at) => `F${at + 1}`));
});

describe('Every F case by every path: one decision, and what the guard keeps away', () => {
  for (const { id, path, verdict, attempt } of CELLS) {
    if (typeof attempt === 'string') {
      it(`${id} x ${path}: no such path, because ${NO_SUCH_PATH[attempt]}`, async () => {
        expect(await stillTrue[attempt](stage)).toBeUndefined();
      });
    } else {
      it(`${id} x ${path}: ${verdict}`, async () => {
        expect(await attempt.attack()).toBe(verdict);
        // Positive control: where the guard does not stand in the way, the same attempt succeeds.
        expect(await attempt.control()).toBe('open');
      });
    }
  }
});

it('no reason is listed that no case needs', () => {
  const needed = new Set(CELLS.map(({ attempt }) => attempt).filter((each) => typeof each === 'string'));
  expect((Object.keys(NO_SUCH_PATH) as NoSuchPath[]).filter((reason) => !needed.has(reason))).toEqual([]);
});
