import { linesOf, placeAlong } from './course.ts';
import type { Kind } from './kinds.ts';
import { classOf, GRADES, type Measure } from './measures.ts';
import { cornersOf, type Place, type Position } from './place.ts';
import { countAccidents, type EventRow, type SegmentRow } from './rows.ts';
import { zoomOfWhole, zoomsFrom } from './thin.ts';

/** A shape of GeoJSON, with what the drawing has to know of it. */
export interface Shape<Properties> {
  readonly type: 'Feature';
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  readonly properties: Properties;
}

/** A segment: its id, its class, and the zoom from which it is drawn. */
export type RoadShape = Shape<{ readonly id: string; readonly c: number; readonly z: number }>;
/** Something else: what it is, and its id. */
export type ThingShape = Shape<{ readonly kind: Kind; readonly id: string }>;

/** Segments with a course as they are drawn. */
export interface DrawnRoads {
  readonly shapes: readonly RoadShape[];
  /** How many there are of each class. */
  readonly counts: readonly number[];
  /** West, south, east and north; null where nothing is drawn. */
  readonly bounds: readonly [number, number, number, number] | null;
  /** By grade, unknown last: how many there are, and the zoom from which they are drawn. */
  readonly grades: readonly { readonly count: number; readonly zoom: number }[];
}

/** Draws segments by a measure; `events` are null where accidents are not known. */
export function drawRoads(
  segments: readonly SegmentRow[],
  measure: Measure,
  events: readonly EventRow[] | null,
): DrawnRoads {
  const accidents = events === null ? null : countAccidents(events);
  const told = segments
    .map((segment) => ({ segment, lines: linesOf(segment.geometry) }))
    .filter(({ lines }) => lines.length > 0);
  const bounds = boundsOf(told.flatMap(({ lines }) => lines));
  const counts = Array.from<number>({ length: GRADES.length + 1 }).fill(0);
  for (const { segment } of told) counts[rankOf(segment)]! += 1;
  const zooms = zoomsFrom(counts, zoomOfWhole(bounds));
  const shapes = told.map(({ segment, lines }): RoadShape => {
    const known = accidents === null ? null : (accidents.get(segment.id) ?? 0);
    const properties = {
      id: segment.id,
      c: classOf(segment, measure, known),
      z: zooms[rankOf(segment)] ?? 0,
    };
    return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates: lines }, properties };
  });
  const byClass: number[] = [];
  for (const { properties } of shapes) byClass[properties.c] = (byClass[properties.c] ?? 0) + 1;
  const grades = counts.map((count, rank) => ({ count, zoom: zooms[rank] ?? 0 }));
  return { shapes, counts: byClass, bounds, grades };
}

/** Draws a place: a point as a point, what a mask left of one as its area. */
export function drawPlace(kind: Kind, id: string, place: Place): readonly ThingShape[] {
  if (place.form === 'none') return [];
  const geometry =
    place.form === 'point'
      ? { type: 'Point', coordinates: place.at }
      : { type: 'Polygon', coordinates: [cornersOf(place.centre, place.metres)] };
  return [{ type: 'Feature', geometry, properties: { kind, id } }];
}

/** Where an event is: on its segment, as far along as its stake says, or in the middle. */
export function placeOfEvent(
  { segment, startStakeM }: EventRow,
  segments: ReadonlyMap<string, SegmentRow>,
): Place {
  const on = segment === null ? undefined : segments.get(segment.id);
  if (on === undefined) return { form: 'none' };
  const { startStakeM: from, endStakeM: to, geometry } = on;
  const isKnown = startStakeM !== null && from !== null && to !== null && from !== to;
  const at = placeAlong(linesOf(geometry), isKnown ? (startStakeM - from) / (to - from) : 0.5);
  return at === null ? { form: 'none' } : { form: 'point', at };
}

function rankOf({ technicalGrade }: SegmentRow): number {
  const rank = technicalGrade === null ? -1 : GRADES.indexOf(technicalGrade);
  return rank < 0 ? GRADES.length : rank;
}

function boundsOf(lines: readonly (readonly Position[])[]): DrawnRoads['bounds'] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const line of lines)
    for (const [longitude, latitude] of line) {
      west = Math.min(west, longitude);
      south = Math.min(south, latitude);
      east = Math.max(east, longitude);
      north = Math.max(north, latitude);
    }
  return west > east ? null : [west, south, east, north];
}
