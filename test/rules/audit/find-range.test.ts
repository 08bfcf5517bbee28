import { findRange } from '../../../src/audit/index.ts';
import { makeLog, openLogReader } from '../../world/make-log.ts';

const log = makeLog(50);
const sized = { log: log.log, origin: log.origin, size: 50 };
const startMs = Date.UTC(2026, 2, 2);
const find = (from: number | null, to: number | null, of = log) =>
  findRange(openLogReader(of), sized, {
    from: from === null ? null : { atMs: startMs + from },
    to: to === null ? null : { atMs: startMs + to },
  });

it.each([
  [null, null, 0, 50],
  [0, 50_000, 0, 50],
  [10_000, 20_000, 10, 20],
  [10_001, 20_001, 11, 21],
  [-5_000, 1, 0, 1],
  [90_000, null, 50, 50],
  [20_000, 10_000, 10, 10],
])('Instants from %p to %p are the records from %i to before %i', async (from, to, first, after) => {
  expect(await find(from, to)).toEqual({ from: first, to: after });
});

it('Indices beyond the log end with it', async () => {
  expect(await findRange(openLogReader(log), sized, { from: { index: 7 }, to: { index: 900 } })).toEqual({
    from: 7,
    to: 50,
  });
});
