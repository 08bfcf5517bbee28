import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  type Frontier,
  hashChildren,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  readFrontier,
  rootOf,
  tilePath,
  verifyConsistency,
  verifyInclusion,
} from '../../../src/merkle/index.ts';

const MOST = 600;
const leaves = Array.from({ length: MOST }, (_none, n) => hashLeaf(Buffer.from(`record ${n}`)));
const nodes = new Map<string, Buffer>();
const frontiers: Frontier[] = [EMPTY_FRONTIER];
for (const leaf of leaves)
  frontiers.push(
    appendLeaf(frontiers.at(-1)!, leaf, (level, index, hash) => nodes.set(`${level}/${index}`, hash)),
  );
const read = (level: number, index: number): Buffer => nodes.get(`${level}/${index}`)!;
const rootAt = (size: number): Buffer => rootOf(frontiers[size]!);

/** The tree as RFC 6962 section 2.1 defines it, from all its leaves. */
function rootByDefinition(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return hashChildren(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
}

it('leaves and nodes are hashed as RFC 6962 says, and nothing but hashes into a node', () => {
  const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  const [left, right] = [leaves[0]!, leaves[1]!];
  expect(left).toEqual(sha256(Buffer.of(0), Buffer.from('record 0')));
  expect(hashChildren(left, right)).toEqual(sha256(Buffer.of(1), left, right));
  for (const other of [left.subarray(1), Buffer.concat([left, right]), Buffer.alloc(0)]) {
    expect(() => hashChildren(other, right)).toThrow(RangeError);
    expect(() => hashChildren(left, other)).toThrow(RangeError);
  }
});

const sizes = fc.integer({ min: 1, max: MOST });
const twoSizes = fc.tuple(sizes, sizes).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

it('the root of a frontier is the root of the whole tree, for every size', () => {
  for (let size = 0; size <= 130; size += 1)
    expect(rootAt(size).toString('hex')).toBe(rootByDefinition(leaves.slice(0, size)).toString('hex'));
});

it('a frontier goes on from what was stored of it', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      const { nodes: stored } = frontiers[size - 1]!;
      const next = appendLeaf(readFrontier(size - 1, stored), leaves[size - 1]!);
      expect(rootOf(next).equals(rootAt(size))).toBe(true);
    }),
  );
  expect(() => readFrontier(5, [leaves[0]!])).toThrow(/2 hashes of 32 bytes/);
  expect(() => readFrontier(1, [Buffer.alloc(31)])).toThrow(/1 hashes of 32 bytes/);
  expect(() => readFrontier(-1, [])).toThrow(RangeError);
});

it('every leaf is proved to be in every tree that it is in, and at no other place', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.nat(), (size, one, other) => {
      const index = one % size;
      const proof = proveInclusion(index, size, read);
      const claim = { index, size, leafHash: leaves[index]!, root: rootAt(size) };
      expect(verifyInclusion(claim, proof)).toBe(true);
      const elsewhere = other % size;
      if (elsewhere !== index) expect(verifyInclusion({ ...claim, index: elsewhere }, proof)).toBe(false);
      expect(verifyInclusion({ ...claim, index: size }, proof)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

it('every tree is proved to begin with every smaller one', () => {
  fc.assert(
    fc.property(twoSizes, ([size1, size2]) => {
      const claim = { size1, root1: rootAt(size1), size2, root2: rootAt(size2) };
      expect(verifyConsistency(claim, proveConsistency(size1, size2, read))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('a proof with any one bit turned, any hash left out, doubled or moved, proves nothing', () => {
  fc.assert(
    fc.property(
      twoSizes,
      fc.nat(),
      fc.nat(255),
      fc.constantFrom('flip', 'drop', 'double', 'swap'),
      (pair, place, bit, how) => {
        const [size1, size2] = pair;
        const proof = proveConsistency(size1, size2, read);
        fc.pre(proof.length > 1);
        const at = place % proof.length;
        const changed = proof.map((hash) => Buffer.from(hash));
        if (how === 'flip') changed[at]![bit >> 3]! ^= 1 << (bit & 7);
        if (how === 'drop') changed.splice(at, 1);
        if (how === 'double') changed.splice(at, 0, changed[at]!);
        if (how === 'swap') changed.push(changed.shift()!);
        const claim = { size1, root1: rootAt(size1), size2, root2: rootAt(size2) };
        expect(verifyConsistency(claim, changed)).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

it('a tree with one leaf changed is no continuation', () => {
  const other = leaves.map((leaf, at) => (at === 17 ? hashLeaf(Buffer.from('another')) : leaf));
  const forged = rootByDefinition(other.slice(0, 100));
  const claim = { size1: 50, root1: rootAt(50), size2: 100, root2: forged };
  expect(verifyConsistency(claim, proveConsistency(50, 100, read))).toBe(false);
});

it('nothing is proved of an empty tree, or of leaves that are not there', () => {
  expect(() => proveConsistency(0, 5, read)).toThrow(RangeError);
  expect(() => proveConsistency(6, 5, read)).toThrow(RangeError);
  expect(() => proveInclusion(5, 5, read)).toThrow(RangeError);
});

it('tiles are served where C2SP says', () => {
  expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ level: 1, index: 0, width: 5 })).toBe('tile/1/000.p/5');
});
