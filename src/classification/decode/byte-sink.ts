import { Buffer, isAscii } from 'node:buffer';
import type { UnitBuffer } from '../canonical/unit-buffer.ts';
import { gbkTable } from './gbk-table.ts';

/** Where every sink begins: most runs are short, and room of their own costs more than reading them. One is filled at a time. */
const room = new Uint8Array(1024);
/** From here on a call into the runtime costs less than a look at every byte. */
const LONG = 128;
const PLAUSIBLE_SHARE = 0.8;
const isBlank = (byte: number) => byte >= 0x09 && byte <= 0x0d;

type Charset = 'utf-8' | 'gbk' | 'utf-16le' | 'utf-16be';

/** Bytes on their way back to text. Reused, because a hostile text holds many short runs. */
export class ByteSink {
  bytes = room;
  length = 0;
  /** What the charset was of the first `judged` bytes: it is asked for more often than bytes are added. */
  private judged = 0;
  private judgement: Charset | null = null;
  private isAscii = false;

  clear(): this {
    this.length = 0;
    this.judged = 0;
    return this;
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array((this.length + more) * 2 + 64);
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  push(byte: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = byte;
  }

  /** Appends what base64 characters say, and nothing else than those may be given. Bits of less than a byte are dropped. */
  pushBase64(text: string): void {
    this.reserve(text.length);
    const { buffer, byteOffset, byteLength } = this.bytes;
    this.length += Buffer.from(buffer, byteOffset, byteLength).write(text, this.length, 'base64');
  }

  /** Whether the bytes are text: UTF-8, or another charset in which a mark word is written. */
  isText(): boolean {
    return this.length > 0 && this.charset() !== null;
  }

  /** Appends the bytes as text. `lenient` takes broken UTF-8 too. Returns whether it could. */
  writeText(out: UnitBuffer, lenient: boolean): boolean {
    const charset = this.charset() ?? (lenient ? 'utf-8' : null);
    if (charset === null) return false;
    if (charset === 'utf-8') this.writeUtf8(out);
    else if (charset === 'gbk') this.writeGbk(out);
    else this.writeUtf16(out, charset);
    return true;
  }

  private charset(): Charset | null {
    if (this.judged !== this.length) {
      this.judgement = this.judgeCharset();
      this.judged = this.length;
    }
    return this.judgement;
  }

  /** GBK and UTF-16 are recognised by the bytes of 密 and 内, without which they could hold no mark. */
  private judgeCharset(): Charset | null {
    const { bytes, length } = this;
    if (length > LONG && isAscii(bytes.subarray(0, length))) {
      this.isAscii = true;
      return 'utf-8';
    }
    let isUtf8 = true;
    let high = 0; // the highest bit of every byte, or-ed
    let other: Charset | null = null;
    let missing = 0;
    let before = 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i]!;
      if (byte < 0x80 && before < 0x80 && missing === 0) {
        before = byte;
        continue; // two ASCII bytes: nothing is told by them
      }
      if (missing > 0) {
        if ((byte & 0xc0) !== 0x80) isUtf8 = false;
        missing--;
      } else if (byte >= 0x80) {
        missing = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
        if (missing === 0) isUtf8 = false;
      }
      high |= byte;
      const pair = (before << 8) | byte;
      if (pair === 0xc3dc || pair === 0xc4da) other ??= 'gbk';
      else if (pair === 0xc65b || pair === 0x8551) other ??= 'utf-16le';
      else if (pair === 0x5bc6 || pair === 0x5185) other ??= 'utf-16be';
      before = byte;
    }
    this.isAscii = high < 0x80;
    if (isUtf8) return 'utf-8';
    return other !== null && this.isPlausible(other) ? other : null;
  }

  /** Random bytes hold those pairs too; a text holds no control characters, and little that is not Han or ASCII. */
  private isPlausible(charset: Charset): boolean {
    const { bytes, length } = this;
    if (charset === 'gbk') {
      for (let i = 0; i < length; i++) if (bytes[i]! < 0x20 && !isBlank(bytes[i]!)) return false;
      return true;
    }
    const order = charset === 'utf-16le' ? 1 : 0;
    let plausible = 0;
    for (let i = 0; i + 1 < length; i += 2) {
      const high = bytes[i + order]!;
      const low = bytes[i + 1 - order]!;
      if (
        high >= 0x4e
          ? high <= 0x9f || high === 0xff
          : high === 0
            ? low >= 0x20 || isBlank(low)
            : high >= 0x20 && high <= 0x30
      ) {
        plausible++;
      }
    }
    return plausible * 2 >= length * PLAUSIBLE_SHARE;
  }

  /** A sequence cut off at the very end is dropped: cells are cut to a length. */
  private writeUtf8(out: UnitBuffer): void {
    const { bytes, length } = this;
    if (this.isAscii) {
      out.pushBytes(bytes.subarray(0, length));
      return;
    }
    let i = 0;
    while (i < length) {
      const lead = bytes[i]!;
      if (lead < 0x80) {
        out.push(lead);
        i++;
        continue;
      }
      const width = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
      let codePoint = lead & (0x7f >> width);
      let isValid = width > 0;
      for (let k = 1; isValid && k < width; k++) {
        if (i + k >= length) return;
        isValid = (bytes[i + k]! & 0xc0) === 0x80;
        codePoint = (codePoint << 6) | (bytes[i + k]! & 0x3f);
      }
      if (isValid && codePoint <= 0x10ffff) out.pushCodePoint(codePoint);
      else out.push(0xfffd);
      i += isValid ? width : 1;
    }
  }

  private writeGbk(out: UnitBuffer): void {
    const table = gbkTable();
    const { bytes, length } = this;
    let i = 0;
    while (i < length) {
      const byte = bytes[i]!;
      const second = i + 1 < length ? bytes[i + 1]! : 0; // what lies behind the last byte is of another text
      const unit = byte < 0x80 ? byte : table[(byte << 8) | second]!;
      out.push(unit === 0 && byte >= 0x80 ? 0xfffd : unit);
      i += byte < 0x80 || unit === 0 ? 1 : 2;
    }
  }

  private writeUtf16(out: UnitBuffer, charset: Charset): void {
    for (let i = 0; i + 1 < this.length; i += 2) {
      const [first, second] = [this.bytes[i]!, this.bytes[i + 1]!];
      out.push(charset === 'utf-16le' ? first | (second << 8) : (first << 8) | second);
    }
  }
}
