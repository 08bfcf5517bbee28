import { type RunReader, hexNumber } from './reader.ts';

const isNewline = (code: number) => code === 0x0a || code === 0x0d;

/** Where a soft line break (`=` at the end of a line) ends, or `at` if there is none. */
function skipSoftBreak(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x3d || !isNewline(text.charCodeAt(at + 1))) return at;
  return text.charCodeAt(at + 1) === 0x0d && text.charCodeAt(at + 2) === 0x0a ? at + 3 : at + 2;
}

/** `=E6=9C=BA`, across soft line breaks. */
export const readQuotedPrintable: RunReader = (text, start, out, sink) => {
  let end = start;
  sink.clear();
  for (;;) {
    end = skipSoftBreak(text, end);
    const byte = text.charCodeAt(end) === 0x3d ? hexNumber(text, end + 1, 2) : -1;
    if (byte < 0) break;
    sink.push(byte);
    end += 3;
  }
  if (sink.length > 0) sink.writeText(out, true);
  return end;
};
