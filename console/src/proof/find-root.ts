import { sha256 } from './bytes.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a record (RFC 6962, section 2.1): of a zero byte and its bytes. */
export function hashLeaf(leaf: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(LEAF, leaf);
}

/**
 * The root that a leaf's hash leads to with its siblings from the leaf up (RFC 9162, section 2.1.3.2); null where these
 * cannot be the siblings of that place in a tree of that size.
 */
export async function findRoot(
  leafHash: Uint8Array<ArrayBuffer>,
  { index, treeSize, hashes }: { index: number; treeSize: number; hashes: readonly Uint8Array[] },
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(treeSize) || index < 0 || index >= treeSize)
    return null;
  let place = BigInt(index);
  let last = BigInt(treeSize - 1);
  let root = leafHash;
  for (const sibling of hashes) {
    if (last === 0n || sibling.length !== 32) return null;
    if (place % 2n === 1n || place === last) {
      root = await sha256(NODE, sibling, root);
      while (place % 2n === 0n && place !== 0n) {
        place /= 2n;
        last /= 2n;
      }
    } else {
      root = await sha256(NODE, root, sibling);
    }
    place /= 2n;
    last /= 2n;
  }
  return last === 0n ? root : null;
}
