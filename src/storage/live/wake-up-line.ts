import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

/** One wait for news of a topic. It hears also what is told before anybody awaits it. */
export interface Wait extends Disposable {
  readonly heard: Promise<void>;
}

/** Where the database says that a topic may have news. It says nothing else, and may say it in vain. */
export interface WakeUpLine {
  expect(topic: string): Wait;
  close(): Promise<void>;
}

const RECONNECT_AFTER_MS = 250;
/** However quiet the line is, everybody looks this often: what follows a stream has to end with its agreement. */
const LOOK_EVERY_MS = 2_000;

/**
 * Listens on one connection of the pool, for everybody of this process, from the first wait on. While the connection is
 * lost everybody looks by the clock, and at once when it is there again.
 */
export function openWakeUpLine(pool: Pool): WakeUpLine {
  const waiting = new Map<string, Set<() => void>>();
  const closing = new AbortController();
  let listening: Promise<void> | undefined;
  const clock = setInterval(ringAll, LOOK_EVERY_MS).unref();

  return {
    expect(topic) {
      listening ??= listenUntilClosed();
      const { promise: heard, resolve } = Promise.withResolvers<void>();
      const waiters = waiting.get(topic) ?? new Set();
      waiting.set(topic, waiters.add(resolve));
      return { heard, [Symbol.dispose]: () => void waiters.delete(resolve) };
    },
    async close() {
      clearInterval(clock);
      closing.abort();
      await listening;
      ringAll();
    },
  };

  function ring(topic: string): void {
    for (const wake of waiting.get(topic) ?? []) wake();
  }

  function ringAll(): void {
    for (const topic of waiting.keys()) ring(topic);
  }

  async function listenUntilClosed(): Promise<void> {
    while (!closing.signal.aborted) {
      // The pool tells the operator of a connection that is lost or cannot be had.
      const client = await pool.connect().catch(() => null);
      if (client !== null) await listenUntilLost(client);
      await sleep(RECONNECT_AFTER_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function listenUntilLost(client: PoolClient): Promise<void> {
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const told = ({ payload }: { readonly payload?: string | undefined }): void => ring(payload ?? '');
    const closed = (): void => end();
    client.on('notification', told).once('end', end).once('error', end);
    closing.signal.addEventListener('abort', closed, { once: true });
    try {
      await client.query('listen lukou_live');
      // What happened before the line was there was told to nobody.
      ringAll();
      if (!closing.signal.aborted) await over;
    } catch {
      end();
    } finally {
      closing.signal.removeEventListener('abort', closed);
      // Not for others again: it would go on listening.
      client.release(true);
    }
  }
}
