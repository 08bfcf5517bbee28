import { EMPTY_ROOT, HASH_BYTES, hashChildren } from './hash.ts';

/**
 * All that is needed to add a leaf and to know the root: the roots of the complete subtrees that a tree of this size
 * is made of, the largest and leftmost first. It never changes; a new leaf makes a new frontier.
 */
export interface Frontier {
  readonly size: number;
  /** One for every 1 in the binary size. */
  readonly nodes: readonly Buffer[];
}

/** The frontier of a tree without leaves. */
export const EMPTY_FRONTIER: Frontier = Object.freeze({ size: 0, nodes: Object.freeze([]) });

/** A frontier as it was stored. Throws RangeError where the number of hashes does not fit the size. */
export function readFrontier(size: number, nodes: readonly Uint8Array[]): Frontier {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError('A tree has a whole number of leaves.');
  if (nodes.length !== countOnes(size) || nodes.some(({ byteLength }) => byteLength !== HASH_BYTES))
    throw new RangeError(
      `A tree of ${size} leaves has ${countOnes(size)} hashes of ${HASH_BYTES} bytes in its frontier.`,
    );
  return { size, nodes: nodes.map((node) => Buffer.from(node)) };
}

/**
 * Adds a leaf. `onNode` is told of every subtree that this completes, leaves included: level 0 is the leaf itself, and
 * `index` counts complete subtrees of that level from the left.
 */
export function appendLeaf(
  { size, nodes }: Frontier,
  leafHash: Uint8Array,
  onNode: (level: number, index: number, hash: Buffer) => void = () => undefined,
): Frontier {
  const left = [...nodes];
  let hash: Buffer = Buffer.from(leafHash);
  onNode(0, size, hash);
  // As adding 1 carries over every trailing 1 of the size, the leaf joins every trailing subtree.
  for (let level = 0, rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    hash = hashChildren(left.pop()!, hash);
    level += 1;
    onNode(level, (rest - 1) / 2, hash);
  }
  return { size: size + 1, nodes: [...left, hash] };
}

/** The root of the tree: the subtrees joined from the right. */
export function rootOf({ nodes }: Frontier): Buffer {
  const last = nodes.at(-1);
  if (last === undefined) return EMPTY_ROOT;
  return nodes.slice(0, -1).reduceRight((right, left) => hashChildren(left, right), last);
}

/** How many subtrees a tree of this size is made of. */
export function countOnes(size: number): number {
  return size.toString(2).replaceAll('0', '').length;
}
