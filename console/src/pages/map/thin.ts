/** So many segments in view can be panned at 30 frames a second without a graphics card: docs/console.md has the figures. */
export const MOST_IN_VIEW = 10_000;

/** Pixels that the world is wide at zoom 0, and that a map is wide on an ordinary screen. */
const WORLD_WIDTH = 512;
const MAP_WIDTH = 800;

/** The whole zoom at which all between some bounds is in view. */
export function zoomOfWhole(bounds: readonly [number, number, number, number] | null): number {
  if (bounds === null) return 0;
  const [west, south, east, north] = bounds;
  const narrowest = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const degrees = Math.max(east - west, (north - south) / narrowest, 0.01);
  return Math.floor(Math.log2((360 * MAP_WIDTH) / (WORLD_WIDTH * degrees)));
}

/**
 * From which zoom the segments of each grade are drawn, so that no more than {@link MOST_IN_VIEW} are in view. Each zoom
 * shows a quarter of the one before. `counts` are by grade, best first; the best that there is is always drawn.
 */
export function zoomsFrom(counts: readonly number[], whole: number): readonly number[] {
  let before = 0;
  return counts.map((count) => {
    const all = before + count;
    const isBest = before === 0;
    before = all;
    if (isBest || all <= MOST_IN_VIEW) return 0;
    return whole + Math.ceil(Math.log(all / MOST_IN_VIEW) / Math.log(4));
  });
}

/** Ranks of the grades that are left out at a zoom, and how many segments that are. The drawing goes by whole zooms. */
export function leftOutAt(
  zoom: number,
  grades: readonly { readonly count: number; readonly zoom: number }[],
): { readonly ranks: readonly number[]; readonly count: number } {
  const ranks = [...grades.keys()].filter(
    (rank) => grades[rank]!.count > 0 && grades[rank]!.zoom > Math.floor(zoom),
  );
  return { ranks, count: ranks.reduce((sum, rank) => sum + grades[rank]!.count, 0) };
}
