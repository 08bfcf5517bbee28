import { GraphQLScalarType } from 'graphql';
import { refuse } from './refuse.ts';

type Geometry = Readonly<Record<string, unknown>>;

/** How deep each kind of geometry nests its positions (RFC 7946, section 3.1). */
const POSITION_DEPTH: ReadonlyMap<unknown, number> = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3],
]);
const REMEDY = 'Send a geometry of RFC 7946: its type, and coordinates with longitude before latitude.';

/** A GeoJSON geometry, longitude before latitude, WGS 84. */
export const GeoJSON = new GraphQLScalarType<Geometry, Geometry>({
  name: 'GeoJSON',
  parseValue: asGeometry,
  serialize: asGeometry,
});

/** A GeoJSON point, or null where a coordinate is missing. */
export function pointAt(place: {
  readonly lon: number | null;
  readonly lat: number | null;
}): Geometry | null {
  return place.lon === null || place.lat === null
    ? null
    : { type: 'Point', coordinates: [place.lon, place.lat] };
}

function asGeometry(value: unknown): Geometry {
  if (!isGeometry(value)) throw refuse('GeoJSON', REMEDY);
  return value;
}

function isGeometry(value: unknown): value is Geometry {
  if (!isRecord(value)) return false;
  // Collections inside collections are what RFC 7946 advises against; they would also nest without end.
  if (value['type'] === 'GeometryCollection') {
    const parts = value['geometries'];
    return Array.isArray(parts) && parts.every((part) => isRecord(part) && isSimpleGeometry(part));
  }
  return isSimpleGeometry(value);
}

function isSimpleGeometry(value: Geometry): boolean {
  const depth = POSITION_DEPTH.get(value['type']);
  return depth !== undefined && hasPositions(value['coordinates'], depth);
}

function hasPositions(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  return depth === 0 ? isPosition(value) : value.every((inner) => hasPositions(inner, depth - 1));
}

function isPosition(numbers: readonly unknown[]): boolean {
  const [lon, lat] = numbers;
  return (
    (numbers.length === 2 || numbers.length === 3) &&
    numbers.every((number) => Number.isFinite(number)) &&
    Math.abs(lon as number) <= 180 &&
    Math.abs(lat as number) <= 90
  );
}

function isRecord(value: unknown): value is Geometry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
