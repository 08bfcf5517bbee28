import { setImmediate as nextTurn } from 'node:timers/promises';

const TURN_MS = 8;
const SILENT_MS = 500;

/** Told how far long work has come: `done` of `total` of what the label names. */
export type OnProgress = (label: string, done: number, total: number) => void;

/** Work of many steps. Requests are answered in between, and once it takes longer than one waits, it says how far it is. */
export class LongWork {
  readonly #onProgress: OnProgress;
  readonly #beganMs = performance.now();
  #turnMs = this.#beganMs;

  constructor(onProgress: OnProgress = () => undefined) {
    this.#onProgress = onProgress;
  }

  /** Call after each step, or after a few: lets everybody else go first where the work had the event loop for long. */
  async step(label: string, done: number, total: number): Promise<void> {
    const nowMs = performance.now();
    const isLast = done === total;
    if (nowMs - this.#turnMs < TURN_MS && !isLast) return;
    if (nowMs - this.#beganMs > SILENT_MS) this.#onProgress(label, done, total);
    await nextTurn();
    this.#turnMs = performance.now();
  }
}
