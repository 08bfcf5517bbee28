import { assert, double, integer, property } from 'fast-check';
import { boundsOfRing, RINGS, soonestAt } from '../../../src/tracing/index.ts';

const SEEN_AT = '2026-01-10T08:00:00+08:00';

it('the rings of a search lie side by side: every distance within reach is in exactly one', () => {
  assert(
    property(integer({ min: 5, max: 60 }), double({ min: 0.001, max: 1, noNaN: true }), (step, share) => {
      const farthestKm = boundsOfRing(RINGS, step).toKm;
      const distanceKm = share * farthestKm;
      const holding = Array.from({ length: RINGS }, (_none, n) => boundsOfRing(n + 1, step)).filter(
        ({ fromKm, toKm }) => distanceKm > fromKm && distanceKm <= toKm,
      );
      expect(holding).toHaveLength(1);
    }),
  );
});

it('nobody is in a ring before its inner border can be reached, nor counted out before its outer one is', () => {
  assert(
    property(integer({ min: 1, max: RINGS }), integer({ min: 5, max: 60 }), (number, step) => {
      const { fromKm, toKm } = boundsOfRing(number, step);
      const minutesTo = (km: number) => (Date.parse(soonestAt(SEEN_AT, km)) - Date.parse(SEEN_AT)) / 60_000;
      expect([minutesTo(fromKm), minutesTo(toKm)]).toEqual([(number - 1) * step, number * step]);
    }),
  );
});

it('120 km/h: a kilometre takes half a minute', () => {
  expect(soonestAt(SEEN_AT, 1)).toBe('2026-01-10T00:00:30.000Z');
  expect(boundsOfRing(1, 10)).toEqual({ fromKm: 0, toKm: 20 });
});
