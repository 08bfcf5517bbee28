import { LongWork } from '../../src/wiring/index.ts';

const TOTAL = 1_000_000;

/** Keeps the processor busy for a moment, as a step of real work does. */
function work(): void {
  const untilMs = performance.now() + 1;
  while (performance.now() < untilMs);
}

it('lets others go first, and says how far it has come once it takes long', async () => {
  const told: [string, number, number][] = [];
  const long = new LongWork((...step) => told.push(step));
  let turnsOfOthers = 0;
  let isOver = false;
  const others = (): void => {
    turnsOfOthers += 1;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  let done = 0;
  while (told.length < 2) {
    work();
    await long.step('agreements read', (done += 1), TOTAL);
  }
  isOver = true;
  expect(turnsOfOthers).toBeGreaterThan(2);
  expect(told[0]).toEqual(['agreements read', expect.any(Number), TOTAL]);
  expect(told[1]![1]).toBeGreaterThan(told[0]![1]);
});

it('says nothing where it is done at once', async () => {
  const told: unknown[] = [];
  const short = new LongWork((...step) => told.push(step));
  await short.step('agreements read', 1, 2);
  await short.step('agreements read', 2, 2);
  expect(told).toEqual([]);
});
