import { UnitBuffer } from '../canonical/unit-buffer.ts';

/** Runs that are remembered with their places. An honest text holds few; what lies behind them is decoded again. */
const MOST_PLACES = 256;

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
  private layerStart = 0;
  /** Of the first runs: where each starts and ends in the layer, then in the text. */
  private readonly places: number[] = [];

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
    this.layerStart = this.out.length;
  }

  /** The run that began last ends before `end`. */
  end(end: number): void {
    if (this.sourceAt < 0 && this.out.length > this.target) this.sourceAt = this.copied;
    if (this.places.length < MOST_PLACES * 4)
      this.places.push(this.layerStart, this.out.length, this.copied, end);
    this.copied = end;
    this.decoded = true;
  }

  /** Where unit `index` of the layer came from; -1 where that is not remembered. */
  placeOf(index: number): number {
    const { places } = this;
    for (let at = 0; at < places.length; at += 4) {
      const [layerStart, layerEnd, start, end] = [
        places[at]!,
        places[at + 1]!,
        places[at + 2]!,
        places[at + 3]!,
      ];
      if (index < layerStart) return start - (layerStart - index);
      if (index < layerEnd) return start;
      const isLast = at + 4 >= places.length && places.length < MOST_PLACES * 4;
      if (isLast) return end + index - layerEnd;
    }
    return -1;
  }

  /** The layer; the text itself if nothing was decoded. */
  finish(): string {
    if (!this.decoded) return this.text;
    this.begin(this.text.length);
    return this.out.toString();
  }
}
