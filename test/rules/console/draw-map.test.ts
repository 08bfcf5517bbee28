import fc from 'fast-check';
import { linesOf, placeAlong } from '../../../console/src/pages/map/course.ts';
import { drawPlace, drawRoads } from '../../../console/src/pages/map/drawn.ts';
import { cornersOf, placeOf, type Position } from '../../../console/src/pages/map/place.ts';
import { leftOutAt, MOST_IN_VIEW, zoomsFrom } from '../../../console/src/pages/map/thin.ts';
import { compileMask } from '../../../src/masking/index.ts';

const anywhere = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
);
const lineAt = (longitude: number, latitude: number) => ({
  type: 'LineString',
  coordinates: [
    [longitude, latitude],
    [longitude + 0.01, latitude],
  ],
});
const NO_KEYS = { tokenKey: () => new Uint8Array(0) };

describe('What a mask leaves of a place', () => {
  it('is drawn as the very cell that the place lies in', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(500, 5_000, 50_000), ([longitude, latitude], m) => {
        const masked = compileMask(
          { fn: 'geo.grid', m },
          NO_KEYS,
        )({
          type: 'Point',
          coordinates: [longitude, latitude],
        });
        const place = placeOf(masked, `mask:geo.grid(${m})`);
        if (place.form !== 'area') throw new Error(`It is a ${place.form}.`);
        const [[west, south], , [east, north]] = cornersOf(place.centre, place.metres) as [
          Position,
          Position,
          Position,
        ];
        const hair = 2e-5;
        expect(longitude).toBeGreaterThanOrEqual(west - hair);
        expect(longitude).toBeLessThanOrEqual(east + hair);
        expect(latitude).toBeGreaterThanOrEqual(south - hair);
        expect(latitude).toBeLessThanOrEqual(north + hair);
      }),
    );
  });

  it('is never a point, also of a mask that the map does not know', () => {
    const location = { type: 'Point', coordinates: [120, 49] };
    const shapes = ['mask:geo.grid(1000)', 'mask:geo.grid', 'mask:geo.other(3)', 'deny'].map((decision) =>
      drawPlace('checkpoint', 'CP-1', placeOf(location, decision)),
    );
    expect(shapes.map((drawn) => drawn.map(({ geometry }) => geometry.type))).toEqual([
      ['Polygon'],
      [],
      [],
      [],
    ]);
    const [open] = drawPlace('checkpoint', 'CP-1', placeOf(location, undefined));
    expect(open?.geometry).toEqual({ type: 'Point', coordinates: [120, 49] });
  });
});

describe('Segments that are left out', () => {
  it('are those of the lowest grades, until few enough are in view', () => {
    const counts = fc.array(fc.nat(60_000), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(counts, (grades) => {
        const zooms = zoomsFrom(grades, 5);
        const best = grades.findIndex((count) => count > 0);
        for (const zoom of [5, 6, 7, 8]) {
          const drawn = grades.filter((count, rank) => count > 0 && rank !== best && zooms[rank]! <= zoom);
          const all = drawn.length === 0 ? 0 : (grades[best] ?? 0) + drawn.reduce((sum, one) => sum + one, 0);
          expect(all / 4 ** (zoom - 5)).toBeLessThanOrEqual(MOST_IN_VIEW * 1.001);
        }
      }),
    );
    expect(zoomsFrom([10, 200, 30, 0, 0, 0, 0], 5)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('are as many as the page says, at every zoom; those without a course are not among them', () => {
    const made = ['EXPRESSWAY', 'CLASS_4', null, 'CLASS_2'] as const;
    const segments = Array.from({ length: 24_000 }, (_, index) => ({
      id: `S${index}`,
      roadCode: null,
      roadName: null,
      technicalGrade: made[(index % 7) % 4]!,
      startStakeM: null,
      endStakeM: null,
      aadt: null,
      geometry: index % 10 === 0 ? null : lineAt(110 + (index % 100) / 50, 40 + index / 24_000),
    }));
    const { shapes, grades } = drawRoads(segments, 'flow', null);
    expect(shapes).toHaveLength(21_600);
    const told: number[] = [];
    for (let zoom = 3.5; zoom <= 17; zoom += 0.5) {
      const { count } = leftOutAt(zoom, grades);
      // As the layers filter: tiles have whole zooms.
      expect(count).toBe(shapes.filter(({ properties }) => properties.z > Math.floor(zoom)).length);
      told.push(count);
    }
    expect([told[0]! > 5_000, told.at(-1)]).toEqual([true, 0]);
  });
});

describe('A place along a course', () => {
  it('is as far along as its share says', () => {
    const lines = linesOf({
      type: 'LineString',
      coordinates: [
        [100, 0],
        [101, 0],
        [103, 0],
      ],
    });
    expect([0, 0.5, 1].map((share) => placeAlong(lines, share)?.[0])).toEqual([100, 101.5, 103]);
    expect(linesOf({ type: 'Point', coordinates: [1, 2] })).toEqual([]);
    expect(placeAlong([], 0.5)).toBeNull();
  });
});
