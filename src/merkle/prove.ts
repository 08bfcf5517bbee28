import { hashChildren } from './hash.ts';

/** Reads the hash of a complete subtree: of 2^level leaves, counted from the left. */
export type ReadNode = (level: number, index: number) => Uint8Array;

/**
 * The proof that the leaf of `index` is in the tree of `size` (RFC 6962 section 2.1.1), siblings from the leaf up.
 * Throws RangeError where the tree has no such leaf.
 */
export function proveInclusion(index: number, size: number, read: ReadNode): Buffer[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  return pathOf(index, 0, size);

  function pathOf(leaf: number, start: number, end: number): Buffer[] {
    if (end - start === 1) return [];
    const middle = start + largestPowerBelow(end - start);
    return leaf < middle
      ? [...pathOf(leaf, start, middle), hashRange(middle, end, read)]
      : [...pathOf(leaf, middle, end), hashRange(start, middle, read)];
  }
}

/**
 * The proof that the tree of `size2` begins with the tree of `size1` (RFC 6962 section 2.1.2). Throws RangeError unless
 * 0 < size1 <= size2.
 */
export function proveConsistency(size1: number, size2: number, read: ReadNode): Buffer[] {
  if (!(size1 > 0 && size1 <= size2)) throw new RangeError(`Nothing leads from ${size1} leaves to ${size2}.`);
  return subproof(size1, 0, size2, true);

  function subproof(old: number, start: number, end: number, isWholeOld: boolean): Buffer[] {
    if (old === end) return isWholeOld ? [] : [hashRange(start, end, read)];
    const middle = start + largestPowerBelow(end - start);
    return old <= middle
      ? [...subproof(old, start, middle, isWholeOld), hashRange(middle, end, read)]
      : [...subproof(old, middle, end, false), hashRange(start, middle, read)];
  }
}

/** The hash over leaves from `start` to before `end`: one node where they are a complete subtree. */
function hashRange(start: number, end: number, read: ReadNode): Buffer {
  const width = end - start;
  const level = Math.log2(width);
  if (Number.isInteger(level)) return Buffer.from(read(level, start / width));
  const middle = start + largestPowerBelow(width);
  return hashChildren(hashRange(start, middle, read), hashRange(middle, end, read));
}

/** The largest power of two smaller than `width`. */
function largestPowerBelow(width: number): number {
  return 2 ** (Math.ceil(Math.log2(width)) - 1);
}
