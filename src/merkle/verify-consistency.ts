import { hashChildren, isHash } from './hash.ts';
import { half, isWhole } from './whole-numbers.ts';

/** What is claimed: the tree of the second size and root begins with all that is in the first. */
export interface ConsistencyClaim {
  readonly size1: number;
  readonly root1: Uint8Array;
  readonly size2: number;
  readonly root2: Uint8Array;
}

/**
 * Whether `proof` shows the claim (RFC 9162 section 2.1.4.2). An empty first tree proves nothing about the second, so
 * it is refused: a textbook verifier accepts any root for it.
 */
export function verifyConsistency(
  { size1, root1, size2, root2 }: ConsistencyClaim,
  proof: readonly Uint8Array[],
): boolean {
  if (!isWhole(size1) || !isWhole(size2) || size1 === 0 || size1 > size2) return false;
  if (size1 === size2) return proof.length === 0 && Buffer.from(root1).equals(root2);
  if (proof.length === 0 || ![root1, root2, ...proof].every(isHash)) return false;
  // The first tree's root is a node of the second where its size is a power of two, and is then not sent.
  const [seed, ...path] = isPowerOfTwo(size1) ? [root1, ...proof] : proof;
  let first = size1 - 1;
  let second = size2 - 1;
  while (first % 2 === 1) {
    first = half(first);
    second = half(second);
  }
  let hash1: Buffer = Buffer.from(seed!);
  let hash2: Buffer = Buffer.from(seed!);
  for (const node of path) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      hash1 = hashChildren(node, hash1);
      hash2 = hashChildren(node, hash2);
      while (first % 2 === 0 && first !== 0) {
        first = half(first);
        second = half(second);
      }
    } else {
      hash2 = hashChildren(hash2, node);
    }
    first = half(first);
    second = half(second);
  }
  return second === 0 && hash1.equals(root1) && hash2.equals(root2);
}

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));
