import { type RunReader, hexNumber } from './reader.ts';

/** `%E6%9C%BA`, and `%u673A` as old scripts write it. */
export const readPercent: RunReader = (text, start, out, sink) => {
  if ((text.charCodeAt(start + 1) | 0x20) === 0x75) {
    const unit = hexNumber(text, start + 2, 4);
    if (unit < 0) return start;
    out.push(unit);
    return start + 6;
  }
  let end = start;
  sink.clear();
  for (;;) {
    const byte = text.charCodeAt(end) === 0x25 ? hexNumber(text, end + 1, 2) : -1;
    if (byte < 0) break;
    sink.push(byte);
    end += 3;
  }
  if (end > start) sink.writeText(out, true);
  return end;
};
