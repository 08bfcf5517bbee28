import { createHash } from 'node:crypto';
import { NONCE_BYTES, openBox, sealBox, TAG_BYTES } from '../key/sealed-box.ts';
import type { FileKey } from './header.ts';

const LENGTH_BYTES = 4;
const GUARD_BYTES = 8;
const HEAD_BYTES = LENGTH_BYTES + GUARD_BYTES;
/** Most bytes that an entry takes in the file. */
const LONGEST = 1 << 20;

/** Where an entry stands, which it is bound to: no entry can be moved, left out or taken from another file. */
export interface FramePlace {
  readonly index: number;
  /** Root of the tree over all entries before it. */
  readonly root: Uint8Array;
}

/** What was found at a place of the file. */
export type FrameFinding =
  | { readonly kind: 'entry'; readonly bytes: Buffer; readonly end: number }
  /** The file ends inside the frame: a write that was cut off. */
  | { readonly kind: 'torn' }
  /** The frame is whole but not as it was written. */
  | { readonly kind: 'damaged'; readonly what: string };

/**
 * Encrypts an entry as the file holds it: length, a check of the length, nonce, encrypted bytes, tag. Thanks to that
 * check, a changed length cannot pass for a write that was cut off.
 */
export function sealFrame({ key, headerDigest }: FileKey, place: FramePlace, bytes: Uint8Array): Buffer {
  const { nonce, box } = sealBox(key, bytes, boundTo(headerDigest, place));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(nonce.length + box.length, 0);
  guardOf(headerDigest, place.index, head.readUInt32BE(0)).copy(head, LENGTH_BYTES);
  return Buffer.concat([head, nonce, box]);
}

/** Reads what stands at `at`, where the file goes on. */
export function openFrame(
  file: Buffer,
  at: number,
  { key, headerDigest }: FileKey,
  place: FramePlace,
): FrameFinding {
  if (file.length - at < HEAD_BYTES) return { kind: 'torn' };
  const length = file.readUInt32BE(at);
  const guard = file.subarray(at + LENGTH_BYTES, at + HEAD_BYTES);
  const isLength = length >= NONCE_BYTES + TAG_BYTES && length <= LONGEST;
  if (!isLength || !guardOf(headerDigest, place.index, length).equals(guard))
    return { kind: 'damaged', what: 'its length was changed, or it stands in another place' };
  const start = at + HEAD_BYTES;
  const end = start + length;
  if (end > file.length) return { kind: 'torn' };
  const sealed = {
    nonce: file.subarray(start, start + NONCE_BYTES),
    box: file.subarray(start + NONCE_BYTES, end),
  };
  const bytes = openBox(key, sealed, boundTo(headerDigest, place));
  if (bytes === null) return { kind: 'damaged', what: 'it was changed, or what stands before it was' };
  return { kind: 'entry', bytes, end };
}

function boundTo(headerDigest: Buffer, { index, root }: FramePlace): Buffer {
  return Buffer.concat([headerDigest, numberBytes(index), root]);
}

function guardOf(headerDigest: Buffer, index: number, length: number): Buffer {
  return createHash('sha256')
    .update(headerDigest)
    .update(numberBytes(index))
    .update(numberBytes(length))
    .digest()
    .subarray(0, GUARD_BYTES);
}

function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
