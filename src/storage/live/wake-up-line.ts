import { keepListening, type Listen } from './listen.ts';

/** One wait for news of a topic. It hears also what is told before anybody awaits it. */
export interface Wait extends Disposable {
  readonly heard: Promise<void>;
}

/** Where it is said that a topic may have news. It says nothing else, and may say it in vain. */
export interface WakeUpLine {
  expect(topic: string): Wait;
  close(): Promise<void>;
}

/** However quiet the line is, everybody looks this often: what follows a stream has to end with its agreement. */
const LOOK_EVERY_MS = 2_000;

/** Heard more often than this, a topic is looked at once for all of it: who shouts has nobody ask the database without end. */
const REST_MS = 10;

/**
 * Listens for everybody of this process, from the first wait on. While the line is lost everybody looks by the clock, and at
 * once when it is there again.
 */
export function openWakeUpLine(listen: Listen, lookEveryMs = LOOK_EVERY_MS): WakeUpLine {
  const waiting = new Map<string, Set<() => void>>();
  const resting = new Map<string | null, { isHeard: boolean }>();
  const closing = new AbortController();
  let listening: Promise<void> | undefined;
  const clock = setInterval(() => ring(null), lookEveryMs).unref();

  return {
    expect(topic) {
      listening ??= keepListening(listen, hear, closing.signal);
      const { promise: heard, resolve } = Promise.withResolvers<void>();
      const waiters = waiting.get(topic) ?? new Set();
      waiting.set(topic, waiters.add(resolve));
      return { heard, [Symbol.dispose]: () => void waiters.delete(resolve) };
    },
    async close() {
      clearInterval(clock);
      closing.abort();
      await listening;
      ring(null);
    },
  };

  function hear(topic: string | null): void {
    const rest = resting.get(topic);
    if (rest !== undefined) rest.isHeard = true;
    else if (topic === null || waiting.has(topic)) ringAndRest(topic);
  }

  function ringAndRest(topic: string | null): void {
    ring(topic);
    const rest = { isHeard: false };
    resting.set(topic, rest);
    setTimeout(() => {
      resting.delete(topic);
      if (rest.isHeard) ringAndRest(topic);
    }, REST_MS).unref();
  }

  function ring(topic: string | null): void {
    for (const each of topic === null ? waiting.keys() : [topic])
      for (const wake of waiting.get(each) ?? []) wake();
  }
}
