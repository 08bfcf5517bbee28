import type { Clock } from '../../base/index.ts';

export interface BreakerSettings {
  /** Failures in a row that open the circuit. */
  readonly failures: number;
  /** How long an open circuit waits before one call may try again. */
  readonly pauseMs: number;
}

/** Leave for one call. Say once how it ended; what is said of an earlier state of the circuit does not count. */
export interface Permit {
  succeeded(): void;
  failed(): void;
}

type State =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly untilMs: number }
  | { readonly kind: 'half-open' };

/**
 * Keeps calls from an agency that does not answer: closed (calls pass), open (none passes), half-open (one call is
 * out to try, none other passes).
 */
export class CircuitBreaker {
  readonly #settings: BreakerSettings;
  readonly #clock: Clock;
  #state: State = { kind: 'closed', failures: 0 };
  // Grows with every change between the three kinds, so that calls from before a change are told apart.
  #era = 0;

  constructor(settings: BreakerSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  get kind(): State['kind'] {
    return this.#state.kind;
  }

  /** Leave to call, or null where the agency is to be left alone. */
  ask(): Permit | null {
    if (this.#state.kind === 'half-open') return null;
    if (this.#state.kind === 'open') {
      if (this.#clock.nowMs() < this.#state.untilMs) return null;
      this.#change({ kind: 'half-open' });
    }
    const era = this.#era;
    const inTime = (report: () => void) => () => {
      if (era === this.#era) report();
    };
    return { succeeded: inTime(() => this.#succeeded()), failed: inTime(() => this.#failed()) };
  }

  #succeeded(): void {
    if (this.#state.kind === 'half-open') this.#change({ kind: 'closed', failures: 0 });
    else this.#state = { kind: 'closed', failures: 0 };
  }

  #failed(): void {
    const failures = this.#state.kind === 'closed' ? this.#state.failures + 1 : this.#settings.failures;
    if (failures < this.#settings.failures) this.#state = { kind: 'closed', failures };
    else this.#change({ kind: 'open', untilMs: this.#clock.nowMs() + this.#settings.pauseMs });
  }

  #change(state: State): void {
    this.#state = state;
    this.#era += 1;
  }
}
