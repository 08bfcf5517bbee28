const { floor, round } = Math;

/** Draws an index with probability in proportion to its weight, in constant time (Vose's alias method). */
export class WeightedChoice {
  readonly #keep: Float64Array;
  readonly #alias: Int32Array;

  constructor(weights: readonly number[]) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (!(total > 0)) throw new RangeError('a choice needs at least one weight above zero');
    const scaled = weights.map((weight) => (weight * weights.length) / total);
    this.#keep = new Float64Array(weights.length).fill(1);
    this.#alias = Int32Array.from(weights.keys());
    const small = [...scaled.keys()].filter((index) => scaled[index]! < 1);
    const large = [...scaled.keys()].filter((index) => scaled[index]! >= 1);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop()!;
      const more = large.at(-1)!;
      this.#keep[less] = scaled[less]!;
      this.#alias[less] = more;
      const left = scaled[more]! - (1 - scaled[less]!);
      scaled[more] = left;
      if (left < 1) small.push(large.pop()!);
    }
  }

  /** The index for a uniform number in [0, 1). */
  at(fraction: number): number {
    const place = fraction * this.#keep.length;
    const index = floor(place);
    return place - index < this.#keep[index]! ? index : this.#alias[index]!;
  }
}

/** Splits `total` into whole parts in proportion to the weights; the parts sum to `total` exactly. */
export function splitWhole(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const upTo = round((total * before) / sum);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** The golden ratio's fraction: its multiples fall evenly into [0, 1). */
const GOLDEN = 0.618_033_988_749_894_9;

/** Spreads whole numbers evenly over [0, 1): any run of them leaves no large gap. */
export function spreadEvenly(index: number): number {
  return (index * GOLDEN) % 1;
}
