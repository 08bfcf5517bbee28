import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { findStays, type Sighting } from '../../../src/tracing/index.ts';

const BEGIN_MS = Date.parse('2026-01-10T00:00:00+08:00');
const PLACES: readonly (readonly [checkpointId: string, divisionCode: string | null])[] = [
  ['c1', '150724'],
  ['c2', '150724'],
  ['c3', '150782'],
  ['c4', null],
];

const journeys = array(
  record({ place: constantFrom(...PLACES), minutesAfter: integer({ min: 0, max: 600 }) }),
  {
    maxLength: 12,
  },
).map((legs) => {
  let atMs = BEGIN_MS;
  return legs.map(({ place: [checkpointId, divisionCode], minutesAfter }): Sighting => {
    atMs += minutesAfter * 60_000;
    return { checkpointId, divisionCode, passTime: new Date(atMs).toISOString() };
  });
});

it('a stay is every pair of passages in a row in one division that are so far apart, and nothing else', () => {
  assert(
    property(journeys, integer({ min: 10, max: 500 }), (journey, atLeastMinutes) => {
      const expected = [];
      for (let at = 1; at < journey.length; at++) {
        const [before, after] = [journey[at - 1]!, journey[at]!];
        const minutes = (Date.parse(after.passTime) - Date.parse(before.passTime)) / 60_000;
        if (
          before.divisionCode !== null &&
          before.divisionCode === after.divisionCode &&
          minutes >= atLeastMinutes
        )
          expected.push([before.passTime, after.passTime, minutes, before.checkpointId, after.checkpointId]);
      }
      expect(
        findStays(journey, atLeastMinutes).map((stay) => [
          stay.from,
          stay.until,
          stay.minutes,
          stay.fromCheckpointId,
          stay.toCheckpointId,
        ]),
      ).toEqual(expected);
    }),
  );
});

it('minutes that are not over do not count', () => {
  const at = (passTime: string): Sighting => ({ checkpointId: 'c1', divisionCode: '150724', passTime });
  const pair = [at('2026-01-10T08:00:00.000+08:00'), at('2026-01-10T08:59:59.999+08:00')];
  expect(findStays(pair, 60)).toEqual([]);
  expect(findStays(pair, 59)).toMatchObject([{ minutes: 59, divisionCode: '150724' }]);
});

it('of more than 200 stays the longest are told, earliest first', () => {
  const lengths = Array.from({ length: 300 }, (_none, n) => 60 + ((n * 7) % 300));
  let atMs = BEGIN_MS;
  const journey = [0, ...lengths].map((minutes): Sighting => {
    atMs += minutes * 60_000;
    return { checkpointId: 'c1', divisionCode: '150724', passTime: new Date(atMs).toISOString() };
  });
  const told = findStays(journey, 60);
  expect(told.map(({ from }) => from)).toEqual(told.map(({ from }) => from).toSorted());
  expect(told.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 200 }, (_none, n) => 160 + n),
  );
});
