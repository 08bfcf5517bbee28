import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { LukouError } from '../../base/index.ts';
import type { AgencyEvent, AgencyEvents } from '../subgraph.ts';
import { AgencyFailure } from './agency-failure.ts';
import type { Following } from './open-following.ts';

/** Opens a connection to an agency's events: after a number, or where the question itself says. */
export type OpenFollowing = (after: number | null) => Promise<Following>;

/** After a connection that brought nothing, until the agency is asked again; then it is given up. */
const AGAIN_AFTER_MS = [50, 250, 1_000, 2_000, 4_000, 8_000] as const;
/** A connection that held for as long was one, though nothing happened meanwhile. */
const HELD_MS = 5_000;

/**
 * Follows the events of an agency elsewhere over as many connections as it takes, each from the last number on: nothing is
 * passed over, and nothing told twice.
 *
 * @throws LukouError SUBGRAPH_FAULT where the agency cannot be asked now, or EVENTS_FORGOTTEN. Reading throws the same.
 */
export async function followRemote(
  name: string,
  open: OpenFollowing,
  signal: AbortSignal,
): Promise<AgencyEvents> {
  const first = await open(null).catch((error: unknown) => {
    throw faultOf(name, error);
  });
  const { after, subjects } = first;
  return {
    after,
    ...(subjects !== null && { subjects }),
    [Symbol.asyncIterator]: () => eventsOf(name, first, open, signal),
  };
}

async function* eventsOf(
  name: string,
  first: Following,
  open: OpenFollowing,
  signal: AbortSignal,
): AsyncGenerator<AgencyEvent | null, undefined> {
  let position = first.after;
  let failures = 0;
  for (let following: Following | null = first; !signal.aborted;) {
    const begunAt = position;
    let openedMs = Infinity;
    let lost: unknown = 'ended its events over and over again';
    try {
      following ??= await open(position);
      openedMs = performance.now();
      if (following.after !== position) throw faultOf(name, 'began its events at another number');
      for await (const event of following.events) {
        if (event !== null && event.number !== position + 1) throw faultOf(name, 'passed over an event');
        if (event !== null) position = event.number;
        yield event;
      }
    } catch (error) {
      if (signal.aborted) return undefined;
      if (!(error instanceof AgencyFailure)) throw error;
      lost = error;
      // Whoever follows looks meanwhile whether it still may.
      yield null;
    }
    if (position > begunAt || performance.now() - openedMs >= HELD_MS) failures = 0;
    const waitMs = AGAIN_AFTER_MS[failures];
    if (waitMs === undefined) throw faultOf(name, lost);
    failures += 1;
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    following = null;
  }
  return undefined;
}

function faultOf(name: string, error: unknown): unknown {
  if (typeof error === 'string') return new LukouError('SUBGRAPH_FAULT', `${name} ${error}.`);
  return error instanceof AgencyFailure
    ? new LukouError('SUBGRAPH_FAULT', `${name} ${error.message}.`)
    : error;
}
