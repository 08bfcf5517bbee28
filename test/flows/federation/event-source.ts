/** A source of events in a test's hand: what was sent waits until it is asked for. */
export class TestEvents<Event> implements AsyncIterableIterator<Event, undefined> {
  /** How often the reader ended it. */
  returns = 0;
  readonly #sent: Event[] = [];
  #waiting: PromiseWithResolvers<IteratorResult<Event, undefined>> | null = null;
  #isWaitedFor = Promise.withResolvers<void>();

  /** Settles when the reader waits for the next event. */
  get isWaitedFor(): Promise<void> {
    return this.#isWaitedFor.promise;
  }

  send(event: Event): void {
    if (this.#waiting === null) this.#sent.push(event);
    else this.#settle().resolve({ done: false, value: event });
  }

  breakOff(error: Error): void {
    this.#settle().reject(error);
  }

  finish(): void {
    this.#settle().resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<Event, undefined>> {
    const value = this.#sent.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    this.#waiting = Promise.withResolvers();
    this.#isWaitedFor.resolve();
    return this.#waiting.promise;
  }

  return(): Promise<IteratorResult<Event, undefined>> {
    this.returns += 1;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #settle(): PromiseWithResolvers<IteratorResult<Event, undefined>> {
    const waiting = this.#waiting;
    if (waiting === null) throw new Error('Nobody waits for an event.');
    this.#waiting = null;
    this.#isWaitedFor = Promise.withResolvers();
    return waiting;
  }
}
