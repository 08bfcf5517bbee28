import {
  LARGE_NEW_ENERGY_PLATES,
  ORDINARY_PLATES,
  SMALL_NEW_ENERGY_PLATES,
  largeNewEnergyPlate,
  ordinaryPlate,
  smallNewEnergyPlate,
} from './encode-plate.ts';
import { mixBits, substream, type Random } from './random.ts';
import { COLOUR_COUNTS } from './traffic-figures.ts';
import { VEHICLE_KINDS, type VehicleKind } from './vehicle-kinds.ts';
import { WeightedChoice, splitWhole, spreadEvenly } from './weighted-choice.ts';

const { floor } = Math;

/** A vehicle of the sample. */
export interface Vehicle {
  readonly kind: VehicleKind;
  readonly plate: string;
  readonly colour: (typeof COLOUR_COUNTS)[number][0];
  /** A number in [0, 1) of the vehicle's own: it chooses where the vehicle is at home. */
  readonly home: number;
}

/** Where vehicles come from: two thirds from Hulunbuir, most others from its neighbours. Invented. */
const PREFIXES: readonly (readonly [prefix: string, share: number])[] = [
  ['蒙E', 66],
  ['蒙A', 3],
  ['蒙F', 4],
  ['蒙G', 3],
  ['蒙D', 2],
  ['蒙H', 1],
  ['黑B', 6],
  ['黑A', 4],
  ['黑N', 2],
  ['吉A', 2],
  ['吉G', 1],
  ['辽A', 2],
  ['辽B', 1],
  ['冀B', 1],
  ['京N', 1],
  ['鲁A', 1],
];

const SLOTS = 1000;

/**
 * All vehicles of the sample, none of them stored: a vehicle's properties are computed from its number, one plate a
 * number, so that a fleet of millions costs no memory. No police or military plates, and no tractors.
 */
export class Fleet {
  readonly #size: number;
  readonly #salt: number;
  readonly #plateStep: number;
  readonly #kindOfSlot: readonly VehicleKind[];
  readonly #rankOfSlot: readonly number[];
  readonly #prefixes = new WeightedChoice(PREFIXES.map(([, share]) => share));
  readonly #colours = new WeightedChoice(COLOUR_COUNTS.map(([, count]) => count));

  /** `size` must be a prime number and at most the number of plates of one prefix. */
  constructor(seed: number, size: number) {
    if (size > SMALL_NEW_ENERGY_PLATES || (size / SLOTS) * 2 > LARGE_NEW_ENERGY_PLATES) {
      throw new RangeError(`${size} vehicles are more than a prefix has plates`);
    }
    const random = substream(seed, 'fleet');
    this.#size = size;
    this.#salt = random.bits() | 0;
    // Odd and ending in 1 or 3: shares no factor with 7,060,000 = 2^5 x 5^4 x 353 unless 353 divides it.
    this.#plateStep = 4_363_321 + 10 * random.whole(0, 30);
    const counts = splitWhole(
      SLOTS,
      VEHICLE_KINDS.map(({ share }) => share),
    );
    const slots = counts.flatMap((count, kind) => Array<number>(count).fill(kind));
    for (let at = slots.length - 1; at > 0; at--) {
      const other = random.whole(0, at);
      [slots[at], slots[other]] = [slots[other]!, slots[at]!];
    }
    this.#kindOfSlot = slots.map((kind) => VEHICLE_KINDS[kind]!);
    this.#rankOfSlot = slots.map((kind, at) => slots.slice(0, at).filter((one) => one === kind).length);
  }

  /** Vehicle number `index`. */
  vehicle(index: number): Vehicle {
    const mixed = mixBits(index ^ this.#salt);
    const kind = this.#kindOfSlot[index % SLOTS]!;
    const prefix = PREFIXES[this.#prefixes.at((mixed >>> 0) / 0x1_0000_0000)]![0];
    const more = mixBits(mixed + 1);
    return {
      kind,
      plate: this.#plate(index, kind, prefix),
      colour: COLOUR_COUNTS[this.#colours.at((more >>> 16) / 0x1_0000)]![0],
      home: spreadEvenly(index),
    };
  }

  /** A walk through the fleet in an order of its own; it meets every vehicle once before it meets any again. */
  walk(random: Random): () => number {
    const step = random.whole(1, this.#size - 1);
    let at = random.whole(0, this.#size - 1);
    return () => {
      at += step;
      if (at >= this.#size) at -= this.#size;
      return at;
    };
  }

  #plate(index: number, kind: VehicleKind, prefix: string): string {
    if (kind.plateShape === 'SMALL_NEW_ENERGY') return smallNewEnergyPlate(prefix, index);
    if (kind.plateShape === 'LARGE_NEW_ENERGY') {
      return largeNewEnergyPlate(prefix, floor(index / SLOTS) * 2 + this.#rankOfSlot[index % SLOTS]!);
    }
    return ordinaryPlate(prefix, (index * this.#plateStep + (this.#salt >>> 8)) % ORDINARY_PLATES);
  }
}
