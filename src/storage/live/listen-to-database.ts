import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { runNamed } from '../run-named.ts';
import { keepListening, type Listen } from './listen.ts';

/** Listens on one connection of the pool, which nobody else has meanwhile. */
export function listenToDatabase(pool: Pool): Listen {
  return async (tell, signal) => {
    const client = await connect(pool);
    if (client !== null) await listenOn(client, tell, signal);
  };
}

/**
 * Passes on what a database tells to whoever is not connected to it: one process of all that ask for it, and another one
 * when its connection is lost, or when it cannot pass on what it hears. Until then nobody hears anything.
 */
export function passOn(pool: Pool, mouth: Mouth, signal: AbortSignal): Promise<void> {
  return keepListening(listenAlone, (topic) => mouth.name(topic), signal);

  async function listenAlone(tell: Parameters<Listen>[0]): Promise<void> {
    const client = mouth.isHeard ? await connect(pool) : null;
    const rows = client === null ? [] : await takePart(client);
    if (rows[0]?.isMine === true) {
      const unheard = new AbortController();
      const tellOrLeave = (topic: string | null): void => (mouth.isHeard ? tell(topic) : unheard.abort());
      return await listenOn(client!, tellOrLeave, AbortSignal.any([signal, unheard.signal]));
    }
    client?.release();
    await sleep(ASK_AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** What names topics to other processes. */
export interface Mouth {
  /** Whether anybody can hear it now. */
  readonly isHeard: boolean;
  name(topic: string | null): void;
}

// Held by the session: whoever comes next has it when the connection is lost.
const TAKE_PART = {
  name: 'live.take-part',
  text: `select pg_try_advisory_lock(hashtextextended('live.pass-on', 0)) as "isMine"`,
};
const ASK_AGAIN_AFTER_MS = 1_000;

async function takePart(client: PoolClient): Promise<readonly { readonly isMine: boolean }[]> {
  // The pool drops a connection that is lost.
  const { rows } = await runNamed<{ isMine: boolean }>(client, TAKE_PART, []).catch(() => ({ rows: [] }));
  return rows;
}

async function connect(pool: Pool): Promise<PoolClient | null> {
  // The pool tells the operator of a connection that is lost or cannot be had.
  return await pool.connect().catch(() => null);
}

async function listenOn(client: PoolClient, tell: Parameters<Listen>[0], signal: AbortSignal): Promise<void> {
  // What ends the work is told as the connection is lost.
  await listenUntilLost(client, tell, signal).catch(() => undefined);
  // Not for others again: it would go on listening.
  client.release(true);
}

async function listenUntilLost(
  client: PoolClient,
  tell: Parameters<Listen>[0],
  signal: AbortSignal,
): Promise<void> {
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const closed = (): void => end();
  client
    .on('notification', ({ payload }) => tell(payload ?? null))
    .once('end', closed)
    .once('error', closed);
  signal.addEventListener('abort', closed, { once: true });
  try {
    await client.query('listen lukou_live');
    // What happened before the line was there was told to nobody.
    tell(null);
    if (!signal.aborted) await over;
  } finally {
    signal.removeEventListener('abort', closed);
  }
}
