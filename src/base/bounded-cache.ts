/** Characters of a text that weigh one. */
const PAGE = 1_000;

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
}

/** A map that forgets its least recently used entries when it is full. */
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
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** What weighs more than the limit is kept alone. */
  keep(key: Key, value: Value, weight = 1): Value {
    this.forget(key);
    for (const oldest of this.#entries.keys()) {
      if (this.#weight + weight <= this.#limit) break;
      this.forget(oldest);
    }
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    return value;
  }

  forget(key: Key): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}

/** How much an entry weighs whose size follows from a text: one for every thousand characters or part of it. */
export function weighText(text: string): number {
  return Math.max(1, Math.ceil(text.length / PAGE));
}
