import type { UnitBuffer } from '../canonical/unit-buffer.ts';
import type { RunReader } from './reader.ts';

/** What Windows-1252 shows for the bytes 0x80 to 0x9F. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const WINDOWS_BYTES: ReadonlyMap<number, number> = new Map(
  [...WINDOWS_1252].map((character, i) => [character.charCodeAt(0), 0x80 + i]),
);

/** The byte that a reader of Latin-1 or Windows-1252 saw, or -1. */
const byteOf = (code: number): number =>
  code >= 0x80 && code <= 0xff ? code : (WINDOWS_BYTES.get(code) ?? -1);

/** UTF-8 or GBK bytes that someone read as Latin-1: `æ\x9cºå¯\x86`, `æœºå¯†`, `»úÃÜ`. */
export const readMojibake: RunReader = (text, start, out, sink) => {
  let end = start;
  for (let next = readSequence(text, end, out); next > end; next = readSequence(text, end, out)) end = next;
  if (end > start) return end;
  if (start > 0 && byteOf(text.charCodeAt(start - 1)) >= 0) return start; // its run was tried at its start
  sink.clear();
  while (end < text.length && byteOf(text.charCodeAt(end)) >= 0) sink.push(byteOf(text.charCodeAt(end++)));
  return sink.writeText(out, false) ? end : start;
};

/** One UTF-8 sequence of two to four bytes. */
function readSequence(text: string, start: number, out: UnitBuffer): number {
  const lead = start < text.length ? byteOf(text.charCodeAt(start)) : -1;
  const width = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (width === 0 || start + width > text.length) return start;
  let codePoint = lead & (0x7f >> width);
  for (let at = start + 1; at < start + width; at++) {
    const byte = byteOf(text.charCodeAt(at));
    if (byte < 0 || (byte & 0xc0) !== 0x80) return start;
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  if (codePoint > 0x10ffff) return start;
  out.pushCodePoint(codePoint);
  return start + width;
}
