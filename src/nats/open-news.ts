import { setTimeout as sleep } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { closeNats, connectNats, type NatsServer } from './connect.ts';

/** One subject, on which processes name topics to each other. What is said there is kept by nobody. */
export interface News {
  /** Whether the server is there. */
  readonly isHeard: boolean;
  /** Names a topic to everybody who listens, or with null any. Nobody hears it while the server is away. */
  name(topic: string | null): void;
  /**
   * Tells each topic that somebody names; null at first, and whenever something may have gone unheard. Until the signal ends, or
   * the server lets this login hear no more.
   */
  listen(tell: (topic: string | null) => void, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

const TRY_AGAIN_AFTER_MS = 1_000;
/** Longer than any topic is called: whoever may publish could send more, which is not even read. */
const LONGEST_TOPIC = 256;

/** Connects in the background: who listens is told when the server is there, and the operator once that it is not. */
export function openNews(server: NatsServer, subject: string, onMessage: (message: string) => void): News {
  const closing = new AbortController();
  let connection: NatsConnection | undefined;
  let isThere = false;
  const listening = new Set<(topic: null) => void>();
  const connected = keepTrying();

  return {
    get isHeard() {
      return isThere && connection?.isClosed() === false;
    },
    name(topic) {
      // The client library would keep it until the server is back, however long that is, and whoever connects looks anyway.
      if (this.isHeard) connection?.publish(subject, topic ?? '');
    },
    async listen(tell, signal) {
      const there = await unlessEnded(connected, signal);
      if (there === null || there.isClosed()) return;
      const { promise: over, resolve } = Promise.withResolvers<void>();
      const end = (): void => resolve();
      const heard = there.subscribe(subject, {
        callback(refused, message) {
          if (refused !== null) end();
          else if (message.data.length <= LONGEST_TOPIC) tell(message.string() || null);
        },
      });
      heard.closed.then(end, end);
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
      listening.add(tell);
      tell(null);
      await over;
      listening.delete(tell);
      signal.removeEventListener('abort', end);
      heard.unsubscribe();
    },
    async close() {
      closing.abort();
      const there = await connected;
      if (there !== null) await closeNats(there);
    },
  };

  async function keepTrying(): Promise<NatsConnection | null> {
    for (let attempt = 1; !closing.signal.aborted; attempt += 1) {
      try {
        connection = await connectNats(server, onMessage);
        if (attempt > 1) onMessage(`nats: ${server.server} is there`);
        isThere = true;
        void followStatus(connection);
        return connection;
      } catch (error) {
        if (attempt === 1) onMessage(`nats: ${String(error)} Looking by the clock until it is there.`);
      }
      await sleep(TRY_AGAIN_AFTER_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    return null;
  }

  /** Until the connection is closed. */
  async function followStatus(there: NatsConnection): Promise<void> {
    for await (const { type } of there.status()) {
      if (type === 'disconnect') isThere = false;
      if (type !== 'reconnect') continue;
      isThere = true;
      for (const tell of listening) tell(null);
    }
  }
}

async function unlessEnded<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const { promise: ended, resolve } = Promise.withResolvers<null>();
  const end = (): void => resolve(null);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    return await Promise.race([promise, ended]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
