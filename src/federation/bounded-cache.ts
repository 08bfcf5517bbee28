/** A map that forgets its least recently used entry when it is full. */
export class BoundedCache<Key, Value> {
  readonly #limit: number;
  readonly #entries = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#entries.size;
  }

  find(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  keep(key: Key, value: Value): Value {
    this.#entries.delete(key);
    if (this.#entries.size >= this.#limit) this.#forgetOldest();
    this.#entries.set(key, value);
    return value;
  }

  forget(key: Key): void {
    this.#entries.delete(key);
  }

  #forgetOldest(): void {
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }
}
