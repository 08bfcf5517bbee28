import { sha256Hex } from '../base/index.ts';

/** What a text is as UTF-8. */
export interface TextDigest {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

const encoder = new TextEncoder();
/** Answers are encoded one after the other, and nobody keeps the bytes. */
const room = new Uint8Array(256 * 1024);
const MOST_BYTES_A_UNIT = 3;

/** Digest and length of a text, encoded once: each alone would encode it again. */
export function digestText(text: string): TextDigest {
  const most = text.length * MOST_BYTES_A_UNIT;
  const target = most <= room.length ? room : new Uint8Array(most);
  const { written } = encoder.encodeInto(text, target);
  return { sha256: sha256Hex(target.subarray(0, written)), bytes: written };
}
