import { createHash } from 'node:crypto';

/** Length of every hash of the tree. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Buffer = createHash('sha256').digest();

/** The hash of a leaf. Its prefix keeps a leaf from being taken for a node (RFC 6962 section 2.1). */
export function hashLeaf(record: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(record).digest();
}

/** Whether these bytes can be a hash of the tree. */
export function isHash({ byteLength }: Uint8Array): boolean {
  return byteLength === HASH_BYTES;
}

/** The hash of a node over its two children. */
export function hashChildren(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}
