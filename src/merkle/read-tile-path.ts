import { type Tile, tilePath, TILE_WIDTH } from './tiles.ts';

/** What a path of a log names: a tile of hashes, or a bundle of the records below one. */
export interface NamedTile extends Tile {
  readonly isEntries: boolean;
}

/** Reads `tile/0/x001/234` or `tile/entries/000.p/5` (C2SP tlog-tiles); null for anything else, however close. */
export function readTilePath(path: string): NamedTile | null {
  const [, level, groups, width] =
    /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path) ?? [];
  if (level === undefined || groups === undefined) return null;
  const isEntries = level === 'entries';
  const tile = {
    level: isEntries ? 0 : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  // One way to write each: caches and logs see one name for one thing.
  const written = tilePath(tile).replace('tile/0/', isEntries ? 'tile/entries/' : 'tile/0/');
  return tile.width > 0 && Number.isSafeInteger(tile.index) && written === path
    ? { ...tile, isEntries }
    : null;
}
