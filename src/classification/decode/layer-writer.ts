import { UnitBuffer } from '../canonical/unit-buffer.ts';

/** Writes a decoded layer: decoded runs in place, and what lies between them copied only once something is decoded. */
export class LayerWriter {
  readonly out: UnitBuffer;
  /** Whether any run was decoded. */
  decoded = false;
  /** Where unit `target` of the layer came from, once it is written. */
  sourceAt = -1;
  private readonly text: string;
  private readonly target: number;
  private copied = 0;

  constructor(text: string, target: number) {
    this.text = text;
    this.target = target;
    this.out = new UnitBuffer(text.length + 16);
  }

  /** Copies what stands before `start`; what is appended to `out` next is what the run from there means. */
  begin(start: number): void {
    const before = this.out.length;
    this.out.pushText(this.text, this.copied, start);
    if (this.sourceAt < 0 && this.out.length > this.target)
      this.sourceAt = this.copied + this.target - before;
    this.copied = start;
  }

  /** The run that began last ends before `end`. */
  end(end: number): void {
    if (this.sourceAt < 0 && this.out.length > this.target) this.sourceAt = this.copied;
    this.copied = end;
    this.decoded = true;
  }

  /** The layer; the text itself if nothing was decoded. */
  finish(): string {
    if (!this.decoded) return this.text;
    this.begin(this.text.length);
    return this.out.toString();
  }
}
