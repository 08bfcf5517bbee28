import { hashChildren } from './hash.ts';

/** Hashes in a full tile (C2SP tlog-tiles: height 8). */
export const TILE_WIDTH = 256;
/** Levels of the tree in a tile. */
export const TILE_HEIGHT = 8;

/** A piece of the tree: `width` hashes next to one another at level `8 * level`. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  /** 1 to {@link TILE_WIDTH}; a tile that is not full is a partial one. */
  readonly width: number;
}

/** Where a tile is served: `tile/0/x001/x234/067`, and `tile/1/000.p/5` where it is partial (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: Tile): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1_000))
    groups.unshift(String(rest % 1_000).padStart(3, '0'));
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The hash over hashes next to one another, as many as a power of two, which are all of a complete subtree. */
export function joinRow(hashes: readonly Uint8Array[]): Buffer {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) => hashChildren(row[at * 2]!, row[at * 2 + 1]!));
  return Buffer.from(row[0]!);
}
