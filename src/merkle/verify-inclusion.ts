import { hashChildren, isHash } from './hash.ts';
import { half, isWhole } from './whole-numbers.ts';

/** What is claimed: this leaf is the one of this index, in the tree of this size and root. */
export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
}

/** Whether `proof` shows the claim (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(
  { index, size, leafHash, root }: InclusionClaim,
  proof: readonly Uint8Array[],
): boolean {
  if (!isWhole(index) || !isWhole(size) || index >= size) return false;
  if (![leafHash, root, ...proof].every(isHash)) return false;
  let position = index;
  let last = size - 1;
  let hash: Buffer = Buffer.from(leafHash);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = hashChildren(sibling, hash);
      // A node without a right sibling moves up unchanged, until it is a right child itself.
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      hash = hashChildren(hash, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && hash.equals(root);
}
