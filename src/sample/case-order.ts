import { DISPUTE_PROFILES, type DisputeProfile } from './dispute-kinds.ts';
import { substream } from './random.ts';

const CYCLE = 1000;

/**
 * Which case is of which kind. In every thousand cases each kind has exactly its share, shuffled; so a case's kind, and
 * its place among the cases of its kind, are computed from its number, and back.
 */
export class CaseOrder {
  readonly #profileOf: readonly DisputeProfile[];
  readonly #rankOf: readonly number[];
  readonly #slotsOf = new Map<DisputeProfile['kind'], number[]>();

  constructor(seed: number) {
    const random = substream(seed, 'case kinds');
    const slots = DISPUTE_PROFILES.flatMap((profile) =>
      Array<DisputeProfile>(profile.perThousand).fill(profile),
    );
    for (let at = slots.length - 1; at > 0; at--) {
      const other = random.whole(0, at);
      [slots[at], slots[other]] = [slots[other]!, slots[at]!];
    }
    this.#profileOf = slots;
    this.#rankOf = slots.map(({ kind }, slot) => {
      const ofKind = this.#slotsOf.get(kind) ?? [];
      this.#slotsOf.set(kind, [...ofKind, slot]);
      return ofKind.length;
    });
  }

  /** What case number `index` is about. */
  profile(index: number): DisputeProfile {
    return this.#profileOf[index % CYCLE]!;
  }

  /** How many cases of the same kind come before case number `index`. */
  ordinal(index: number): number {
    return Math.floor(index / CYCLE) * this.profile(index).perThousand + this.#rankOf[index % CYCLE]!;
  }

  /** The number of the case that has `ordinal` cases of its kind before it. */
  indexOf(kind: DisputeProfile['kind'], ordinal: number): number {
    const slots = this.#slotsOf.get(kind)!;
    return Math.floor(ordinal / slots.length) * CYCLE + slots[ordinal % slots.length]!;
  }

  /** How many of `count` cases are of a kind; `count` is a multiple of 1,000. */
  countOf(kind: DisputeProfile['kind'], count: number): number {
    return (count / CYCLE) * this.#slotsOf.get(kind)!.length;
  }
}
