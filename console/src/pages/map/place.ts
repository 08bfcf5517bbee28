/** Longitude and latitude, WGS 84. */
export type Position = readonly [longitude: number, latitude: number];

/** Where something is, as far as the person may know: a point, the area that a mask leaves, or not at all. */
export type Place =
  | { readonly form: 'point'; readonly at: Position }
  | { readonly form: 'area'; readonly centre: Position; readonly metres: number }
  | { readonly form: 'none' };

const NOWHERE: Place = { form: 'none' };
const METRES_PER_DEGREE = 111_320;
const NARROWEST_PARALLEL = 0.01;

/** The place that a location tells under a decision, if there is one against it. What is masked is never a point, whatever the mask left of it. */
export function placeOf(location: unknown, decision: string | undefined): Place {
  const at = readPoint(location);
  if (at === null) return NOWHERE;
  if (decision === undefined) return { form: 'point', at };
  const [, metres] = /^mask:geo\.grid\((\d+)\)$/.exec(decision) ?? [];
  return metres === undefined ? NOWHERE : { form: 'area', centre: at, metres: Number(metres) };
}

/** The corners of a cell of `geo.grid`: as many metres high, and as wide at its middle. */
export function cornersOf([longitude, latitude]: Position, metres: number): readonly Position[] {
  const up = metres / METRES_PER_DEGREE / 2;
  const across = up / Math.max(Math.cos((latitude * Math.PI) / 180), NARROWEST_PARALLEL);
  const [west, east] = [longitude - across, longitude + across];
  const [south, north] = [latitude - up, latitude + up];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function readPoint(location: unknown): Position | null {
  if (typeof location !== 'object' || location === null || !('type' in location)) return null;
  if (location.type !== 'Point' || !('coordinates' in location) || !Array.isArray(location.coordinates))
    return null;
  const [longitude, latitude] = location.coordinates as unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : null;
}
