export { appendLeaf, EMPTY_FRONTIER, readFrontier, rootOf, type Frontier } from './frontier.ts';
export { EMPTY_ROOT, hashChildren, hashLeaf } from './hash.ts';
export { proveConsistency, proveInclusion, type ReadNode } from './prove.ts';
export { findTiles, nodeInTile, tilePath, TILE_WIDTH, type Tile } from './tiles.ts';
export { verifyConsistency } from './verify-consistency.ts';
export { verifyInclusion } from './verify-inclusion.ts';
