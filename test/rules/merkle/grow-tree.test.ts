import fc from 'fast-check';
import {
  EMPTY_TREE,
  fetchProof,
  type FullTile,
  growTree,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  restoreTree,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/merkle/index.ts';

const leaves = (from: number, to: number): Buffer[] =>
  Array.from({ length: to - from }, (_, at) => hashLeaf(Buffer.from(`record ${from + at}`)));

/** The stored hashes of a tree that grew by these batches. */
function growBy(batches: readonly number[]) {
  const tiles: FullTile[] = [];
  let tree = EMPTY_TREE;
  for (const count of batches) {
    const { size } = tree.frontier;
    const growth = growTree(tree, leaves(size, size + count));
    tiles.push(...growth.tiles);
    tree = growth.tree;
  }
  const readHashes = (level: number, from: number, to: number): Buffer[] => {
    if (level === 0) return leaves(from, to);
    const roots = tiles.filter((tile) => tile.level === level - 1).toSorted((a, b) => a.index - b.index);
    return roots.slice(from, to).map(({ root }) => root);
  };
  return { tree, tiles, readHashes };
}

const batches = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 4 });

describe('A tree that grows batch by batch', () => {
  it('is the tree that all leaves at once make, and every batch is proved to extend the one before', () => {
    fc.assert(
      fc.property(batches, (sizes) => {
        let tree = EMPTY_TREE;
        for (const count of sizes) {
          const { size } = tree.frontier;
          const growth = growTree(tree, leaves(size, size + count));
          const after = growth.tree.frontier;
          if (size > 0) {
            const proof = proveConsistency(size, after.size, growth.readNode);
            const claim = {
              size1: size,
              root1: rootOf(tree.frontier),
              size2: after.size,
              root2: rootOf(after),
            };
            expect(verifyConsistency(claim, proof)).toBe(true);
          }
          for (const index of [size, after.size - 1]) {
            const proof = proveInclusion(index, after.size, growth.readNode);
            const leafHash = leaves(index, index + 1)[0]!;
            expect(verifyInclusion({ index, size: after.size, leafHash, root: rootOf(after) }, proof)).toBe(
              true,
            );
          }
          tree = growth.tree;
        }
        const whole = growTree(EMPTY_TREE, leaves(0, tree.frontier.size)).tree;
        expect(tree).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('is restored from its stored hashes, and grows on from there', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (sizes) => {
        const { tree, readHashes } = growBy(sizes);
        expect(await restoreTree(tree.frontier.size, readHashes)).toEqual(tree);
      }),
      { numRuns: 20 },
    );
  });

  it('is restored beyond two levels of tiles', async () => {
    const { tree, tiles, readHashes } = growBy([65_536, 300]);
    expect(tiles.filter(({ level }) => level === 1)).toHaveLength(1);
    expect(await restoreTree(65_836, readHashes)).toEqual(tree);
  });

  it('is not restored where a hash is missing', async () => {
    const { readHashes } = growBy([600]);
    const short = (level: number, from: number, to: number) => readHashes(level, from, to - level);
    await expect(restoreTree(600, short)).rejects.toThrow('are stored');
  });

  it('proves every leaf from its stored hashes alone', async () => {
    const { tree, readHashes } = growBy([255, 2, 400]);
    const size = tree.frontier.size;
    const fetched = async (level: number, from: number, to: number) => readHashes(level, from, to);
    for (let index = 0; index < size; index += 13) {
      const proof = await fetchProof((read) => proveInclusion(index, size, read), fetched);
      const [leafHash] = leaves(index, index + 1);
      const claim = { index, size, leafHash: leafHash!, root: rootOf(tree.frontier) };
      expect(verifyInclusion(claim, proof)).toBe(true);
    }
  });
});
