import fc from 'fast-check';
import type { FederatedAnswer } from '../../../src/federation/index.ts';
import { runBothWays, type Spoil, type Trial } from './differential/run-both-ways.ts';

const SEED = Number(process.env['LUKOU_FUZZ_SEED'] ?? 20_260_131);
const WORLDS = Number(process.env['LUKOU_FUZZ_WORLDS'] ?? 255);
const CONTROL_WORLDS = 30;
/** The bar: none wrong of so many. */
const OPERATIONS = 5_000;

/** Runs worlds until one differs. A failure prints the seed of its world and what to set to see it again. */
async function runWorlds(seed: number, worlds: number, spoil?: Spoil): Promise<Omit<Trial, 'differences'>> {
  const totals = { asked: 0, faulty: 0, unplanned: 0 };
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (world) => {
      const trial: Trial = await runBothWays(world, spoil);
      totals.asked += trial.asked;
      totals.faulty += trial.faulty;
      totals.unplanned += trial.unplanned;
      if (trial.differences.length > 0) throw new Error(trial.differences[0]);
    }),
    { seed, numRuns: worlds, endOnFailure: true, includeErrorInReport: true },
  );
  return totals;
}

describe('random operations over a random world', () => {
  it('come to the same data and the same empty places as one graphql-js server', async () => {
    console.info(`Differential test: LUKOU_FUZZ_SEED=${SEED} LUKOU_FUZZ_WORLDS=${WORLDS}`);
    const { asked, faulty, unplanned } = await runWorlds(SEED, WORLDS);
    console.info(
      `${asked} operations, ${faulty} of them with faults; the planner knew no way for ${unplanned} more.`,
    );
    if (process.env['LUKOU_FUZZ_WORLDS'] === undefined) expect(asked).toBeGreaterThanOrEqual(OPERATIONS);
    expect(faulty).toBeGreaterThan(asked / 5);
    expect(unplanned).toBeLessThan(asked / 100);
  }, 600_000);
});

/** Walks an answer and lets `change` replace the first value that it knows how to. */
function replaceFirst(data: unknown, change: (value: unknown) => unknown): unknown {
  let done = false;
  return walk(data);

  function walk(value: unknown): unknown {
    const changed = done ? undefined : change(value);
    if (changed !== undefined) {
      done = true;
      return changed;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  }
}

const withData = (answer: FederatedAnswer, change: (value: unknown) => unknown): FederatedAnswer => ({
  ...answer,
  data: replaceFirst(answer.data, change),
});

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Positive controls: each spoils answers as an executor with one fault would.
const SPOILERS: Readonly<Record<string, Spoil>> = {
  'keeps a row that a null should have emptied': (answer) =>
    answer.errors.length === 0 ? answer : withData(answer, (value) => (value === null ? {} : undefined)),
  'forgets one error': (answer) => ({ ...answer, errors: answer.errors.slice(1) }),
  'shares one copy between two places': (answer) =>
    withData(answer, (value) =>
      Array.isArray(value) && value.length > 1 && isObject(value[0]) && isObject(value[1])
        ? [value[1], ...value.slice(1)]
        : undefined,
    ),
  'orders fields by name': (answer) =>
    withData(answer, (value) =>
      isObject(value) && Object.keys(value).length > 1
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : undefined,
    ),
  'takes the interface’s name for the type’s': (answer) =>
    withData(answer, (value) => (value === 'Film' || value === 'Book' ? 'Media' : undefined)),
};

describe('the differential test itself', () => {
  it.each(Object.entries(SPOILERS))(
    'catches an executor that %s',
    async (_fault, spoil) => {
      await expect(runWorlds(SEED, CONTROL_WORLDS, spoil)).rejects.toThrow(/expected/);
    },
    60_000,
  );
});
