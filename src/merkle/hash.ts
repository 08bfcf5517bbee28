import { hash } from 'node:crypto';

/** Length of every hash of the tree. */
export const HASH_BYTES = 32;

const LEAF = Buffer.from([0]);
/** A node's prefix, and room for its children. Nothing waits between filling and hashing it. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Buffer = sha256(Buffer.alloc(0));

/** The hash of a leaf. Its prefix keeps a leaf from being taken for a node (RFC 6962 section 2.1). */
export function hashLeaf(record: Uint8Array): Buffer {
  return sha256(Buffer.concat([LEAF, record]));
}

/** Whether these bytes can be a hash of the tree. */
export function isHash({ byteLength }: Uint8Array): boolean {
  return byteLength === HASH_BYTES;
}

/** The hash of a node over its two children. Throws RangeError where one of them is no hash. */
export function hashChildren(left: Uint8Array, right: Uint8Array): Buffer {
  if (!isHash(left) || !isHash(right)) throw new RangeError(`A node has two hashes of ${HASH_BYTES} bytes.`);
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

// By way of a text, since a digest as bytes comes in memory of its own, which costs more than the hash of a node.
function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}
