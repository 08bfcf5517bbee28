import * as fc from 'fast-check';
import { pointAt, scalars } from '../../../resolvers/scalars.ts';

const { GeoJSON, StakeMark } = scalars;

describe('StakeMark', () => {
  test.each([
    ['K123+400', 123_400, 'K123+400'],
    ['K0+000', 0, 'K0+000'],
    ['K12', 12_000, 'K12+000'],
    ['ZK12+345', 12_345, 'K12+345'],
    ['K1234+567.5', 1_234_567.5, 'K1234+567.5'],
    ['K1+002.125', 1_002.125, 'K1+002.125'],
  ])('reads %s as %d metres and writes %s', (written, metres, canonical) => {
    expect(StakeMark.parseValue(written)).toBe(metres);
    expect(StakeMark.serialize(metres)).toBe(canonical);
  });

  test.each([
    '',
    '123+400',
    'k123+400',
    'K123+40',
    'K123+4000',
    'K12345',
    'K1+000.1234',
    'ABCK1',
    'K1 +000',
    400,
  ])('refuses %p', (written) => {
    expect(() => StakeMark.parseValue(written)).toThrow(/K123\+400/);
  });

  test.each([-1, Number.NaN, Infinity, 1e7, 'K1+000', null])('does not write %p', (metres) => {
    expect(() => StakeMark.serialize(metres)).toThrow(/K123\+400/);
  });

  test('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (metres) => {
        expect(StakeMark.parseValue(StakeMark.serialize(metres))).toBe(metres);
      }),
    );
  });
});

describe('GeoJSON', () => {
  const line = [
    [119.7, 49.2],
    [119.8, 49.3],
  ];
  test.each([
    { type: 'Point', coordinates: [119.7, 49.2] },
    { type: 'Point', coordinates: [119.7, 49.2, 612] },
    { type: 'LineString', coordinates: line },
    { type: 'MultiLineString', coordinates: [line] },
    { type: 'Polygon', coordinates: [[...line, [119.9, 49.2], line[0]]] },
    { type: 'MultiPolygon', coordinates: [[[...line, [119.9, 49.2], line[0]]]] },
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0] }] },
  ])('takes %j both ways', (geometry) => {
    expect(GeoJSON.parseValue(geometry)).toBe(geometry);
    expect(GeoJSON.serialize(geometry)).toBe(geometry);
  });

  test.each([
    null,
    'POINT (1 2)',
    [119.7, 49.2],
    {},
    { type: 'Point' },
    { type: 'Point', coordinates: [119.7] },
    { type: 'Point', coordinates: [49.2, 119.7] },
    { type: 'Point', coordinates: [181, 0] },
    { type: 'Point', coordinates: ['119.7', '49.2'] },
    { type: 'Point', coordinates: [1, 2, 3, 4] },
    { type: 'Point', coordinates: [Number.NaN, 0] },
    { type: 'LineString', coordinates: [119.7, 49.2] },
    { type: 'Circle', coordinates: [119.7, 49.2] },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [0, 0] } },
    { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
    { type: 'GeometryCollection' },
  ])('refuses %j both ways', (value) => {
    expect(() => GeoJSON.parseValue(value)).toThrow(/RFC 7946/);
    expect(() => GeoJSON.serialize(value)).toThrow(/RFC 7946/);
  });

  test('a place without coordinates has no point', () => {
    expect(pointAt({ lon: null, lat: 49.2 })).toBeNull();
    expect(pointAt({ lon: 119.7, lat: null })).toBeNull();
    expect(pointAt({ lon: 119.7, lat: 49.2 })).toEqual({ type: 'Point', coordinates: [119.7, 49.2] });
  });
});
