import { appendLeaf, countOnes, EMPTY_FRONTIER, type Frontier, readFrontier } from './frontier.ts';
import type { ReadNode } from './prove.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tiles.ts';

/** A tree that can grow and be cut into tiles: its frontier, and the hashes of the tiles that are not full yet. */
export interface GrowingTree {
  readonly frontier: Frontier;
  /** For each tile level, the hashes behind its last full tile: fewer than 256. */
  readonly edge: readonly (readonly Buffer[])[];
}

/** A tile that is complete and will never change. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  /** 256 hashes of 32 bytes. */
  readonly hashes: Buffer;
  /** The hash over all of them: one hash of the level above. */
  readonly root: Buffer;
}

/** What growing a tree came to. */
export interface Growth {
  readonly tree: GrowingTree;
  /** Tiles that became full. */
  readonly tiles: readonly FullTile[];
  /**
   * The nodes that a proof needs from the old tree to the new one, or of one of the new leaves: the old frontier and
   * all that was completed.
   */
  readonly readNode: ReadNode;
}

/** The tree without leaves. */
export const EMPTY_TREE: GrowingTree = Object.freeze({ frontier: EMPTY_FRONTIER, edge: Object.freeze([]) });

/** Adds leaves. The given tree stays as it is: where the new one is not stored, it never was. */
export function growTree(tree: GrowingTree, leafHashes: readonly Buffer[]): Growth {
  const edge = tree.edge.map((hashes) => [...hashes]);
  const tiles: FullTile[] = [];
  const made: { readonly first: number; readonly hashes: Buffer[] }[] = [];
  const onNode = (level: number, index: number, hash: Buffer): void => {
    (made[level] ??= { first: index, hashes: [] }).hashes.push(hash);
    if (level % TILE_HEIGHT > 0) return;
    const tileLevel = level / TILE_HEIGHT;
    if (tileLevel > 0) {
      // The 256th hash of the level below has just come: its tile is full, and this is its root.
      tiles.push({ level: tileLevel - 1, index, hashes: Buffer.concat(edge[tileLevel - 1]!), root: hash });
      edge[tileLevel - 1] = [];
    }
    (edge[tileLevel] ??= []).push(hash);
  };
  let { frontier } = tree;
  for (const leafHash of leafHashes) frontier = appendLeaf(frontier, leafHash, onNode);
  return { tree: { frontier, edge }, tiles, readNode };

  function readNode(level: number, index: number): Buffer {
    const row = made[level];
    const found = row?.hashes[index - row.first] ?? findInFrontier(tree.frontier, level, index);
    if (found === undefined) throw new RangeError(`Subtree ${index} of level ${level} was not grown here.`);
    return found;
  }
}

/** What {@link restoreTree} needs of a stored tree: hashes of complete subtrees of 256^tileLevel leaves. */
export type ReadStoredHashes = (
  tileLevel: number,
  from: number,
  to: number,
) => Promise<readonly Buffer[]> | readonly Buffer[];

/** The tree of `size` leaves out of its stored hashes. Throws RangeError where one is missing. */
export async function restoreTree(size: number, readHashes: ReadStoredHashes): Promise<GrowingTree> {
  const edge: Buffer[][] = [];
  const nodes: Buffer[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / TILE_WIDTH)) {
    const full = count - (count % TILE_WIDTH);
    const hashes = await readHashes(level, full, count);
    if (hashes.length !== count - full)
      throw new RangeError(`Of ${count} hashes of level ${level}, ${full + hashes.length} are stored.`);
    edge[level] = [...hashes];
    nodes.unshift(...subtreesOf(hashes));
  }
  return { frontier: readFrontier(size, nodes), edge };
}

/** The complete subtrees that hashes next to one another are made of, the largest first. */
function subtreesOf(hashes: readonly Buffer[]): readonly Buffer[] {
  return hashes.reduce((frontier, hash) => appendLeaf(frontier, hash), EMPTY_FRONTIER).nodes;
}

function findInFrontier({ size, nodes }: Frontier, level: number, index: number): Buffer | undefined {
  const width = 2 ** level;
  const isNode = Math.floor(size / width) % 2 === 1 && index === Math.floor(size / width) - 1;
  if (!isNode) return undefined;
  // Before it stand the larger subtrees, one for every 1 above this bit.
  return nodes[countOnes(Math.floor(size / width / 2))];
}
