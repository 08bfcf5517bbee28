import { performance } from 'node:perf_hooks';
import { BoundedCache } from '../../base/index.ts';

const KEPT = 1_000;
/** Once may be chance: somebody may have ended the process for another reason. */
const CRASHES = 2;

/** Remembers for a while which operations the planner process ended over, so that a replay does not end it again. */
export class CrashMemory {
  readonly #rememberedMs: number;
  readonly #crashes = new BoundedCache<string, { readonly times: number; readonly lastMs: number }>(KEPT);

  constructor(rememberedMs: number) {
    this.#rememberedMs = rememberedMs;
  }

  isBarred(operation: string): boolean {
    return this.#timesOf(operation) >= CRASHES;
  }

  add(operation: string): void {
    this.#crashes.keep(operation, { times: this.#timesOf(operation) + 1, lastMs: performance.now() });
  }

  /** It was planned after all. */
  forget(operation: string): void {
    this.#crashes.forget(operation);
  }

  #timesOf(operation: string): number {
    const crash = this.#crashes.find(operation);
    return crash === undefined || performance.now() - crash.lastMs > this.#rememberedMs ? 0 : crash.times;
  }
}
