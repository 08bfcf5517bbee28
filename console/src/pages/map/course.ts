import type { Position } from './place.ts';

/** The lines that a segment's geometry has; none where it is not told, or is no line. */
export function linesOf(
  geometry: Readonly<Record<string, unknown>> | null,
): readonly (readonly Position[])[] {
  const coordinates = geometry?.['coordinates'];
  if (!Array.isArray(coordinates)) return [];
  if (geometry?.['type'] === 'LineString') return [coordinates as Position[]];
  return geometry?.['type'] === 'MultiLineString' ? (coordinates as Position[][]) : [];
}

/** The place at a share of a course, from 0 at its start to 1 at its end. */
export function placeAlong(lines: readonly (readonly Position[])[], share: number): Position | null {
  const steps = lines.flatMap((line) =>
    line.slice(1).map((to, index) => ({ from: line[index]!, to, length: lengthOf(line[index]!, to) })),
  );
  let left = Math.max(0, Math.min(1, share)) * steps.reduce((sum, { length }) => sum + length, 0);
  for (const { from, to, length } of steps) {
    if (left <= length && length > 0) {
      const part = left / length;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    }
    left -= length;
  }
  return steps.at(-1)?.to ?? null;
}

function lengthOf(from: Position, to: Position): number {
  const shrink = Math.cos((from[1] * Math.PI) / 180);
  return Math.hypot((to[0] - from[0]) * shrink, to[1] - from[1]);
}
