import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { LukouError } from '../../base/index.ts';
import { type Audience, findLastNumber, type NumberedEvent, readEvents } from './read-events.ts';
import type { Listen } from './listen.ts';
import { listenToDatabase } from './listen-to-database.ts';
import { openWakeUpLine } from './wake-up-line.ts';

/** Who follows, from where, until when. */
export interface Following extends Audience {
  /** The number of the last event that was had; null for what happens from now on. */
  readonly after: number | null;
  readonly signal: AbortSignal;
}

/** Events of one audience, each once and in the order of their numbers. Null says that there is none for the moment. */
export interface FollowedEvents extends AsyncIterable<NumberedEvent | null> {
  /** The number that they come after. */
  readonly after: number;
}

/** The numbered events of a database, for whoever follows them in this process. */
export interface EventFeed {
  /**
   * Returns once it is settled from which number on. Nothing is kept in memory but one page: who reads slowly is served
   * from the table. Reading throws EVENTS_FORGOTTEN where an event is no longer kept, STORAGE_FAULT where the database
   * stays away.
   *
   * @throws LukouError EVENTS_FORGOTTEN where what came after is not there, or is no longer kept.
   */
  follow(following: Following): Promise<FollowedEvents>;
  close(): Promise<void>;
}

const PAGE = 100;
/** After a lost connection, until the database is there again. */
const RETRY_AFTER_MS = [50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000] as const;

/**
 * The feed of one database: the table is what happened, and the wake-up line says when to look.
 *
 * @param listen - where it is said; by the database itself unless given.
 */
export function createEventFeed(pool: Pool, listen: Listen = listenToDatabase(pool)): EventFeed {
  const line = openWakeUpLine(listen);
  return {
    async follow(following) {
      const { after } = following;
      const last = await findLastNumber(pool, following);
      if (after === null) return startAt(last, following);
      // A database that was set back to a backup, or a number of another audience.
      if (after > last) throw forgotten(last);
      return startAt(after, following);
    },
    close: () => line.close(),
  };

  function startAt(after: number, following: Following): FollowedEvents {
    return { after, [Symbol.asyncIterator]: () => eventsAfter(after, following) };
  }

  async function* eventsAfter(
    start: number,
    { signal, ...audience }: Following,
  ): AsyncGenerator<NumberedEvent | null, undefined> {
    let position = start;
    while (!signal.aborted) {
      // Before reading: what is written in between is heard.
      using wait = line.expect(audience.topic);
      const last = await retry(() => findLastNumber(pool, audience), signal);
      if (last < position) throw forgotten(last);
      if (last === position) {
        yield null;
        await untilHeard(wait.heard, signal);
        continue;
      }
      const events = await retry(() => readEvents(pool, audience, position, PAGE), signal);
      if (events.length === 0) throw forgotten(last);
      for (const event of events) {
        if (event.number !== position + 1) throw forgotten(event.number - 1);
        position = event.number;
        yield event;
      }
    }
    return undefined;
  }
}

function forgotten(last: number): LukouError {
  return new LukouError('EVENTS_FORGOTTEN', `What is kept follows number ${last}.`);
}

async function retry<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const ms of RETRY_AFTER_MS) {
    try {
      return await read();
    } catch (error) {
      if (signal.aborted) throw error;
    }
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
  return read();
}

async function untilHeard(heard: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const end = (): void => resolve();
  signal.addEventListener('abort', end);
  await Promise.race([heard, ended]);
  signal.removeEventListener('abort', end);
}
