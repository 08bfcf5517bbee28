import { Buffer } from 'node:buffer';

const NOTHING = new Uint16Array(0);

/** A text under construction, as UTF-16 code units. */
export class UnitBuffer {
  // Not a #private field: it is written once for every character of every text that is folded.
  private units: Uint16Array;
  private readonly capacity: number;
  length = 0;

  /** `capacity` is what is set aside at the first write, so that a buffer never written to costs nothing. */
  constructor(capacity: number) {
    this.units = NOTHING;
    this.capacity = capacity;
  }

  push(unit: number): void {
    if (this.length === this.units.length) this.reserve(1);
    this.units[this.length++] = unit;
  }

  pushCodePoint(codePoint: number): void {
    if (codePoint > 0xffff) {
      this.push(0xd7c0 + (codePoint >> 10));
      this.push(0xdc00 | (codePoint & 0x3ff));
    } else this.push(codePoint);
  }

  /** Appends `text` from `start` to before `end`. */
  pushText(text: string, start = 0, end = text.length): void {
    if (this.length + end - start > this.units.length) this.reserve(end - start);
    const units = this.units;
    let length = this.length;
    for (let i = start; i < end; i++) units[length++] = text.charCodeAt(i);
    this.length = length;
  }

  /** Appends bytes, each as one unit. */
  pushBytes(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.units.length) this.reserve(bytes.length);
    this.units.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Appends what another buffer holds. */
  pushUnits(other: UnitBuffer): void {
    if (this.length + other.length > this.units.length) this.reserve(other.length);
    // A loop, since most of what is decoded is one character, and a view of an array costs more than copying that.
    for (let i = 0; i < other.length; i++) this.units[this.length++] = other.units[i]!;
  }

  /** Forgets everything. */
  clear(): this {
    this.length = 0;
    return this;
  }

  toString(): string {
    return Buffer.from(this.units.buffer, 0, this.length * 2).toString('utf16le');
  }

  private reserve(more: number): void {
    const grown = new Uint16Array(Math.max(this.capacity, (this.length + more) * 2));
    grown.set(this.units.subarray(0, this.length));
    this.units = grown;
  }
}
