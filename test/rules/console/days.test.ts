import { duringDays, lastDays, lastMonth, recentDays, thisMonth } from '../../../console/src/time/index.ts';

const at = (instant: string): number => Date.parse(instant);

it.each([
  ['2026-03-02T09:00:00+08:00', '2026-02-01', '2026-02-28'],
  ['2026-01-01T00:00:00+08:00', '2025-12-01', '2025-12-31'],
  // Still February in Greenwich, already March where the agencies are.
  ['2028-02-29T16:00:00Z', '2028-02-01', '2028-02-29'],
])('The month before %s is %s to %s', (now, from, to) => {
  expect(lastMonth(at(now))).toEqual({ from, to });
});

it('This month and the last days end today', () => {
  const now = at('2026-03-02T23:30:00+08:00');
  expect(thisMonth(now)).toEqual({ from: '2026-03-01', to: '2026-03-02' });
  expect(recentDays(7, now)).toEqual({ from: '2026-02-24', to: '2026-03-02' });
});

it('Days are asked for from the first instant of the first to that after the last, at +08:00', () => {
  expect(duringDays({ from: '2026-02-01', to: '2026-02-28' })).toEqual({
    from: '2026-01-31T16:00:00.000Z',
    to: '2026-02-28T16:00:00.000Z',
  });
});

it('An end that is not said, or is no day, is open', () => {
  expect(duringDays({ from: '', to: '' })).toBeNull();
  expect(duringDays({ from: 'yesterday', to: '' })).toBeNull();
  expect(duringDays({ from: '2026-02-01', to: '' })?.to).toBe('2100-01-01T00:00:00.000Z');
  expect(duringDays({ from: '', to: '2026-02-28' })?.from).toBe('2000-01-01T00:00:00.000Z');
});

it('A span of hours is the same for the whole hour, so that it is asked for once', () => {
  const span = lastDays(1, at('2026-03-02T09:00:00+08:00'));
  expect(span).toEqual({ from: '2026-03-01T02:00:00.000Z', to: '2026-03-02T02:00:00.000Z' });
  expect(lastDays(1, at('2026-03-02T09:59:59+08:00'))).toEqual(span);
});
