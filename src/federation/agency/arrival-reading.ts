import type { Path } from '../execute/fault-ledger.ts';

const MAX_MISFITS = 100;

/** One reading of an answer: where it is, and what did not fit so far. */
export class ArrivalReading {
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly misfits: Path[] = [];
  readonly #path: (string | number)[] = [];

  constructor(variables: Readonly<Record<string, unknown>>) {
    this.variables = variables;
  }

  /** Place in the list that is being read; -1 outside of one. */
  get index(): number {
    const last = this.#path.at(-1);
    return typeof last === 'number' ? last : -1;
  }

  /** Reads one step further down. */
  at(key: string | number, read: () => unknown): unknown {
    this.#path.push(key);
    const value = read();
    this.#path.pop();
    return value;
  }

  /** Notes that the value here does not fit: null stands in its place. */
  reject(): null {
    if (this.misfits.length < MAX_MISFITS) this.misfits.push([...this.#path]);
    return null;
  }
}
