import { hexDigit, hexNumber, type RunReader } from './reader.ts';

const BACKSLASH = 0x5c;

/** The byte that `\xE6` or `\346` (as git writes paths) stands for, or -1. */
function byteAt(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return -1;
  if (text.charCodeAt(at + 1) === 0x78) return hexNumber(text, at + 2, 2);
  let value = 0;
  for (let i = at + 1; i < at + 4; i++) {
    const digit = i < text.length ? hexDigit(text.charCodeAt(i)) : -1;
    if (digit < 0 || digit > 7) return -1;
    value = value * 8 + digit;
  }
  return value > 0xff ? -1 : value;
}

/** `\u673a`, `\u{673a}`, and runs of `\xE6\x9C\xBA` or `\346\234\272`. */
export const readEscape: RunReader = (text, start, out, sink) => {
  const kind = text.charCodeAt(start + 1);
  if ((kind | 0x20) === 0x75) return readUnicode(text, start, out);
  let end = start;
  sink.clear();
  for (;;) {
    const byte = byteAt(text, end);
    if (byte < 0) break;
    sink.push(byte);
    end += 4;
  }
  if (end > start) sink.writeText(out, true);
  return end;
};

function readUnicode(text: string, start: number, out: Parameters<RunReader>[2]): number {
  if (text.charCodeAt(start + 2) !== 0x7b) {
    const wide = text.charCodeAt(start + 1) === 0x55; // Python's \U0000673a
    const unit = hexNumber(text, start + 2, wide ? 8 : 4);
    if (unit < 0 || unit > 0x10ffff) return start;
    out.pushCodePoint(unit);
    return start + (wide ? 10 : 6);
  }
  const close = text.slice(start + 3, start + 10).indexOf('}');
  const codePoint = close < 1 ? -1 : hexNumber(text, start + 3, close);
  if (codePoint < 0 || codePoint > 0x10ffff) return start;
  out.pushCodePoint(codePoint);
  return start + 4 + close;
}
