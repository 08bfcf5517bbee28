import { UnitBuffer } from '../canonical/unit-buffer.ts';

/** Runs that are remembered with their places. An honest text holds few; what lies behind them is decoded again. */
const MOST_PLACES = 256;

/** Where the first runs of a layer came from: for each, where it starts and ends in the layer, then in the text. */
export type RunPlaces = readonly number[];

/** Writes decoded layers: decoded runs in place, and what lies between them copied only once something is decoded. */
export class LayerWriter {
  readonly out: UnitBuffer;
  /** Whether any run was decoded. */
  decoded = false;
  /** Where unit `target` of the layer came from, once it is written. */
  sourceAt = -1;
  private text = '';
  private target = Infinity;
  private copied = 0;
  private layerStart = 0;
  private places: number[] = [];

  /** `longest` is the length of the longest text that is expected. */
  constructor(longest: number) {
    this.out = new UnitBuffer(longest + 16);
  }

  /** Starts on the layer of `text`. */
  open(text: string, target: number): void {
    this.out.clear();
    this.decoded = false;
    this.sourceAt = -1;
    this.text = text;
    this.target = target;
    this.copied = 0;
    if (this.places.length > 0) this.places = [];
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

  /** The layer; the text itself if nothing was decoded. */
  finish(): { readonly text: string; readonly places: RunPlaces } {
    const { text, places } = this;
    if (!this.decoded) return { text, places };
    this.begin(text.length);
    return { text: this.out.toString(), places };
  }
}

/** Where unit `index` of a layer came from; -1 where that is not remembered. */
export function findPlace(places: RunPlaces, index: number): number {
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
