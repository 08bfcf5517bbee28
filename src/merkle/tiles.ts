import { HASH_BYTES, hashChildren } from './hash.ts';

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

/** Every tile of a tree of `size` leaves, full and partial, level by level from the left. */
export function* findTiles(size: number): Generator<Tile> {
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const full = Math.floor(hashes / TILE_WIDTH);
    for (let index = 0; index < full; index += 1) yield { level, index, width: TILE_WIDTH };
    if (hashes % TILE_WIDTH > 0) yield { level, index: full, width: hashes % TILE_WIDTH };
  }
}

/** Where a tile is served: `tile/0/x001/x234/067`, and `tile/1/000.p/5` where it is partial (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: Tile): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1_000))
    groups.unshift(String(rest % 1_000).padStart(3, '0'));
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/**
 * The hash of a complete subtree that lies in a tile, computed from the tile's hashes. `level` and `index` are the
 * subtree's in the whole tree. Throws RangeError where the tile does not hold all of it.
 */
export function nodeInTile(tile: Tile, hashes: Uint8Array, level: number, index: number): Buffer {
  const height = level - tile.level * TILE_HEIGHT;
  const span = 2 ** height;
  const start = index * span - tile.index * TILE_WIDTH;
  if (height < 0 || height > TILE_HEIGHT || start < 0 || start + span > tile.width)
    throw new RangeError(`The tile ${tilePath(tile)} does not hold subtree ${index} of level ${level}.`);
  return joinRow(Array.from({ length: span }, (_, at) => hashAt(hashes, start + at)));
}

/** The hash over hashes next to one another, as many as a power of two, which are all of a complete subtree. */
export function joinRow(hashes: readonly Uint8Array[]): Buffer {
  let row = hashes;
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, at) => hashChildren(row[at * 2]!, row[at * 2 + 1]!));
  return Buffer.from(row[0]!);
}

function hashAt(hashes: Uint8Array, at: number): Uint8Array {
  return hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
}
