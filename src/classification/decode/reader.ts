import type { UnitBuffer } from '../canonical/unit-buffer.ts';
import type { ByteSink } from './byte-sink.ts';

/**
 * Reads one encoded run of `text` that starts at `start`, appends what it means to `out`, and returns where it ends;
 * returns `start` if nothing is encoded there, and then what it appended is dropped.
 */
export type RunReader = (text: string, start: number, out: UnitBuffer, sink: ByteSink) => number;

const HEX_DIGITS = new Int8Array(0x80).fill(-1);
for (let digit = 0; digit < 16; digit++) {
  const text = digit.toString(16);
  HEX_DIGITS[text.charCodeAt(0)] = digit;
  HEX_DIGITS[text.toUpperCase().charCodeAt(0)] = digit;
}

/** The value of a hexadecimal digit, or -1. */
export const hexDigit = (code: number): number => (code < 0x80 ? HEX_DIGITS[code]! : -1);

/** The number that `count` hexadecimal digits at `start` write, or -1. */
export function hexNumber(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0 || i >= text.length) return -1;
    value = value * 16 + digit;
  }
  return value;
}
