import type { RunReader } from './reader.ts';

const LONGEST_TAG = 256;
const BLOCK_TAG =
  /^<\/?(?:p|div|br|hr|td|th|tr|table|li|ul|ol|h[1-6]|section|article|header|footer|title|body|pre|option|dt|dd)\b/i;
const isLetter = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Tags and comments, which a reader never sees: inline ones vanish, block ones end the line. */
export const readMarkup: RunReader = (text, start, out) => {
  const second = text.charCodeAt(start + 1);
  const named = isLetter(second) || (second === 0x2f && isLetter(text.charCodeAt(start + 2)));
  if (!named && second !== 0x21) return start;
  for (let at = start + 1; at < text.length && at - start < LONGEST_TAG; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3c) return start; // a new tag opens first; stopping here also keeps the scan linear
    if (code !== 0x3e) continue;
    if (named && BLOCK_TAG.test(text.slice(start, start + 12))) out.push(0x0a);
    return at + 1;
  }
  return start;
};
