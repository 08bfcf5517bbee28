import type { LeftOut } from '../guard-step.ts';
import { endOfRun, findNextLine, SHORTEST_RUN, sixBits } from './base64-lines.ts';
import type { ByteSink } from './byte-sink.ts';
import type { LayerWriter } from './layer-writer.ts';
import { isOpaque } from './opaque-magic.ts';
import { hexDigit } from './reader.ts';

const SHORTEST_HEX = 12;
/** From here on the runtime's own decoder is faster, which reads both alphabets too. */
const LONG = 256;
const SLASH = 1;
const JOINER = 2;
const CUTS = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code === 0x2f ? SLASH : '+-_'.includes(String.fromCharCode(code)) ? JOINER : 0,
);

/** Reads base64 (both alphabets, padded or not, wrapped or not) and long hexadecimal. */
export class Base64Reader {
  /** Where the first packed file stands, or -1. */
  opaqueAt = -1;
  private bits = 0;
  private held = 0;
  private text = '';
  private findsPacked = true;
  private readonly writer: LayerWriter;
  private readonly sink: ByteSink;

  constructor(writer: LayerWriter, sink: ByteSink) {
    this.writer = writer;
    this.sink = sink;
  }

  /** Starts on the runs of `text`. */
  open(text: string, without: LeftOut): void {
    this.opaqueAt = -1;
    this.text = text;
    this.findsPacked = !without.has('opaque');
  }

  /**
   * Writes what the run that starts at `start` says, on lines of its own, and returns where the run ends. `firstEnd` is
   * where its first line ends.
   */
  read(start: number, firstEnd: number): number {
    if (!this.readWhole(start, firstEnd, false)) {
      this.readParts(start, firstEnd);
      return firstEnd;
    }
    const width = firstEnd - start;
    const end = findNextLine(this.text, firstEnd, width) < 0 ? firstEnd : this.feedLines(start, firstEnd);
    if (this.write(start, end)) return end;
    for (let line = start, lineEnd = firstEnd; ; lineEnd = endOfRun(this.text, line)) {
      if (!this.readWhole(line, lineEnd, true)) this.readParts(line, lineEnd);
      if (lineEnd === end) return end;
      line = findNextLine(this.text, lineEnd, width);
    }
  }

  /** Decodes the lines of a wrapped run as one, and returns where the last one ends. */
  private feedLines(start: number, firstEnd: number): number {
    const width = firstEnd - start;
    this.begin();
    for (let line = start, lineEnd = firstEnd; ; lineEnd = endOfRun(this.text, line)) {
      this.feedBase64(line, lineEnd);
      const next = lineEnd - line < width ? -1 : findNextLine(this.text, lineEnd, width);
      if (next < 0) return lineEnd;
      line = next;
    }
  }

  /** Takes the run as base64, then as hexadecimal. Returns whether it is text; writes it if so and if `writes`. */
  private readWhole(start: number, end: number, writes: boolean): boolean {
    const length = end - start;
    // No number of bytes takes one character more than a multiple of four.
    if (length % 4 !== 1) {
      this.begin();
      this.feedBase64(start, end);
      if (this.isText(start)) return !writes || this.write(start, end);
    }
    if (length < SHORTEST_HEX || length % 2 !== 0) return false;
    this.begin();
    return this.feedHex(start, end) && this.isText(start) && (!writes || this.write(start, end));
  }

  /** A path may hold a run as one of its segments; a list joined by `-`, `_` or `+`, as one of its items. */
  private readParts(start: number, end: number): void {
    if (!this.hasCut(start, end)) return;
    for (let from = start, to; from < end; from = to + 1) {
      to = this.endOfPart(from, end, SLASH);
      const isNew = to - from < end - start;
      if (to - from < SHORTEST_RUN || (isNew && this.readWhole(from, to, true))) continue;
      this.readItems(from, to);
    }
  }

  private readItems(start: number, end: number): void {
    for (let from = start, to; from < end; from = to + 1) {
      to = this.endOfPart(from, end, JOINER);
      const isNew = to - from < end - start;
      if (to - from >= SHORTEST_RUN && isNew) this.readWhole(from, to, true);
    }
  }

  private hasCut(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (CUTS[this.text.charCodeAt(i)] !== 0) return true;
    return false;
  }

  /** Where the next `cut` stands, or `end`. */
  private endOfPart(start: number, end: number, cut: number): number {
    let at = start;
    while (at < end && CUTS[this.text.charCodeAt(at)] !== cut) at++;
    return at;
  }

  private begin(): void {
    this.sink.clear();
    this.bits = 0;
    this.held = 0;
  }

  private isText(start: number): boolean {
    if (this.findsPacked && this.opaqueAt < 0 && isOpaque(this.sink)) this.opaqueAt = start;
    return this.sink.isText();
  }

  private write(start: number, end: number): boolean {
    const { sink, writer } = this;
    if (!sink.isText()) return false;
    writer.begin(start);
    writer.out.push(0x0a);
    sink.writeText(writer.out, false);
    writer.out.push(0x0a);
    writer.end(end);
    return true;
  }

  private feedBase64(start: number, end: number): void {
    const { sink, text } = this;
    if (this.held === 0 && end - start > LONG) {
      this.held = (((end - start) % 4) * 6) % 8;
      sink.pushBase64(text.slice(start, end));
      return;
    }
    sink.reserve(end - start);
    const { bytes } = sink;
    let { bits, held } = this;
    let { length } = sink;
    let i = start;
    // Four characters are three bytes, where no bits are left over from the line before.
    const wholeEnd = held === 0 ? end - 3 : start;
    for (; i < wholeEnd; i += 4) {
      const word =
        (sixBits(text.charCodeAt(i)) << 18) |
        (sixBits(text.charCodeAt(i + 1)) << 12) |
        (sixBits(text.charCodeAt(i + 2)) << 6) |
        sixBits(text.charCodeAt(i + 3));
      bytes[length++] = word >> 16;
      bytes[length++] = word >> 8;
      bytes[length++] = word;
    }
    for (; i < end; i++) {
      bits = ((bits << 6) | sixBits(text.charCodeAt(i))) & 0xffff;
      held += 6;
      if (held < 8) continue;
      held -= 8;
      bytes[length++] = bits >> held;
    }
    sink.length = length;
    this.bits = bits;
    this.held = held;
  }

  private feedHex(start: number, end: number): boolean {
    for (let i = start; i < end; i += 2) {
      const high = hexDigit(this.text.charCodeAt(i));
      const low = hexDigit(this.text.charCodeAt(i + 1));
      if (high < 0 || low < 0) return false;
      this.sink.push(high * 16 + low);
    }
    return true;
  }
}
