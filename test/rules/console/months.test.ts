import * as fc from 'fast-check';
import { monthAfter, monthIn, weeksOf } from '../../../console/src/time/index.ts';

it('A month begins under its weekday, Mondays first, and ends with its last day', () => {
  // 1 March 2026 is a Sunday.
  const march = weeksOf('2026-03');
  expect(march.map((week) => week.map((day) => Number(day?.slice(8) ?? 0)))).toEqual([
    [0, 0, 0, 0, 0, 0, 1],
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, 26, 27, 28, 29],
    [30, 31, 0, 0, 0, 0, 0],
  ]);
  // 1 February 2027 is a Monday, and the month has four weeks.
  expect(weeksOf('2027-02')).toHaveLength(4);
  expect(weeksOf('1970-01')[0]!.filter((day) => day === null)).toHaveLength(3);
});

it('Every month has all its days, each under its weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, ofYear) => {
      const weeks = weeksOf(`${year}-${String(ofYear).padStart(2, '0')}`);
      const days = weeks.flat().filter((day) => day !== null);
      expect(days).toHaveLength(new Date(Date.UTC(year, ofYear, 0)).getUTCDate());
      expect(weeks.filter((week) => week.length !== 7 || week.every((day) => day === null))).toEqual([]);
      for (const week of weeks)
        for (const [at, day] of week.entries())
          if (day !== null) expect((new Date(day).getUTCDay() + 6) % 7).toBe(at);
    }),
  );
});

it('Months are counted over the end of a year', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-03', 12)]).toEqual([
    '2027-01',
    '2025-12',
    '2027-03',
  ]);
});

it('What is no month is none', () => {
  expect(['2026-03', '2026-13', '2026-3', '', 'soon'].map(monthIn)).toEqual([
    '2026-03',
    null,
    null,
    null,
    null,
  ]);
});
