import type { Edition } from '../request/index.ts';

/** An edition, and how to end what it holds open. */
export interface OpenEdition extends Edition {
  /** Names of the agencies elsewhere that did not answer when they were asked last. */
  unreachable(): readonly string[];
  close(): Promise<void>;
}

interface Holding {
  readonly edition: OpenEdition;
  users: number;
  isReplaced: boolean;
}

/**
 * The edition that requests are answered with. A new one takes over between two requests: those under way finish on
 * the one that they began with, and its last one closes it.
 */
export class Editions {
  readonly #onFault: (error: unknown) => void;
  #current: Holding;
  #closing: Promise<void> = Promise.resolve();

  /** `onFault` is told where a replaced edition does not close. */
  constructor(first: OpenEdition, onFault: (error: unknown) => void) {
    this.#current = { edition: first, users: 0, isReplaced: false };
    this.#onFault = onFault;
  }

  /** For looking at, not for answering with: it may be closed at any time. */
  get current(): Pick<OpenEdition, 'policy' | 'unreachable'> {
    return this.#current.edition;
  }

  take(): Edition & Disposable {
    const holding = this.#current;
    holding.users += 1;
    const { policy, speakGraphql, federation } = holding.edition;
    return { policy, speakGraphql, federation, [Symbol.dispose]: () => this.#giveBack(holding) };
  }

  replace(next: OpenEdition): void {
    const previous = this.#current;
    this.#current = { edition: next, users: 0, isReplaced: false };
    previous.isReplaced = true;
    this.#closeUnused(previous);
  }

  /** Call when no request is under way any more. */
  async close(): Promise<void> {
    await this.#closing;
    await this.#current.edition.close();
  }

  #giveBack(holding: Holding): void {
    holding.users -= 1;
    this.#closeUnused(holding);
  }

  #closeUnused(holding: Holding): void {
    if (!holding.isReplaced || holding.users > 0) return;
    this.#closing = this.#closing.then(() => holding.edition.close()).catch(this.#onFault);
  }
}
