/** Six bits by character, for both alphabets; -1 elsewhere. */
const SIX_BITS = new Int8Array(0x80).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((letter, i) => {
  SIX_BITS[letter.charCodeAt(0)] = i;
});
SIX_BITS['-'.charCodeAt(0)] = 62;
SIX_BITS['_'.charCodeAt(0)] = 63;

/** Runs shorter than this hold no mark: 机密 takes eight characters. */
export const SHORTEST_RUN = 8;

/** The six bits that a base64 character stands for, or -1. */
export const sixBits = (code: number): number => (code < 0x80 ? SIX_BITS[code]! : -1);

const WORD = 64;
const RUN = /[A-Za-z0-9+/_-]*/y;

/** Where the run of base64 characters that starts at `start` ends. What is longer than a word, a pattern reads faster. */
export function endOfRun(text: string, start: number): number {
  let end = start;
  const word = Math.min(text.length, start + WORD);
  while (end < word && sixBits(text.charCodeAt(end)) >= 0) end++;
  if (end < start + WORD) return end;
  RUN.lastIndex = end;
  RUN.test(text);
  return RUN.lastIndex;
}

const isSpace = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const LONGEST_BREAK = 4;

/**
 * Where the next line of a wrapped run starts, as MIME wraps: lines of one `width`, a multiple of four, the last one not
 * longer. `lineEnd` is where a full line ends. Returns -1 if none follows.
 */
export function findNextLine(text: string, lineEnd: number, width: number): number {
  if (width % 4 !== 0 || !isSpace(text.charCodeAt(lineEnd))) return -1;
  let at = lineEnd + 1;
  while (at - lineEnd < LONGEST_BREAK && isSpace(text.charCodeAt(at))) at++;
  for (let end = at; end - at <= width; end++) {
    if (sixBits(text.charCodeAt(end)) < 0 || end >= text.length) return end > at ? at : -1;
  }
  return -1;
}
