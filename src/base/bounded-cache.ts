/** Characters of a text that weigh one. */
const PAGE = 1_000;

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
  /** Since it came to stand where it stands. */
  isUsed: boolean;
}

/**
 * A map that forgets its oldest entries when it is full; one that was used meanwhile counts as new, once. Uses are only
 * marked: putting each of them last would make the map lay out its entries anew every few look-ups.
 */
export class BoundedCache<Key, Value> {
  readonly #limit: number;
  readonly #entries = new Map<Key, Entry<Value>>();
  #weight = 0;

  /** The limit is in entries, or in the weights that they are kept with. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  find(key: Key): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    entry.isUsed = true;
    return entry.value;
  }

  /** What weighs more than the limit is kept alone. */
  keep(key: Key, value: Value, weight = 1): Value {
    this.forget(key);
    // Goes on with those that it has put last: by then none is marked.
    for (const [oldest, entry] of this.#entries) {
      if (this.#weight + weight <= this.#limit) break;
      if (entry.isUsed) this.#putLast(oldest, entry);
      else this.forget(oldest);
    }
    this.#entries.set(key, { value, weight, isUsed: false });
    this.#weight += weight;
    return value;
  }

  forget(key: Key): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }

  #putLast(key: Key, entry: Entry<Value>): void {
    entry.isUsed = false;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
  }
}

/** How much an entry weighs whose size follows from a text: one for every thousand characters or part of it. */
export function weighText(text: string): number {
  return Math.max(1, Math.ceil(text.length / PAGE));
}
