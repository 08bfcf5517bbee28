import { setImmediate } from 'node:timers/promises';
import { LukouError } from '../../base/index.ts';
import { createTurns, type Turns } from './turns.ts';

/** The streams that are open in this process. */
export interface StreamPlaces {
  /**
   * A place for one more stream of a caller, until it is disposed of.
   *
   * @throws LukouError LIMIT_STREAMS where the caller, or the gateway, has as many as it may; GATEWAY_STOPPING.
   */
  take(caller: string): StreamPlace;
  /** Opens no more, ends those that are open, and returns when the last one has ended. */
  stop(): Promise<void>;
}

/** One open stream. */
export interface StreamPlace extends Disposable {
  /** Ends when the gateway is being stopped. */
  readonly stopping: AbortSignal;
  /** What the agencies are asked in: requests share the connections to the databases with all streams. */
  readonly turns: Turns;
}

/** How many streams there may be: of one caller, and of all; and how many of them are answered at once. */
export interface StreamLimits {
  readonly ofOne: number;
  readonly ofAll: number;
  readonly atOnce: number;
}

/** Counts in this process alone, as operations are counted. */
export function createStreamPlaces({ ofOne, ofAll, atOnce }: StreamLimits): StreamPlaces {
  const open = new Map<string, number>();
  const stopping = new AbortController();
  const turns = createTurns(atOnce);
  const empty = Promise.withResolvers<void>();
  let taken = 0;

  return {
    take(caller) {
      if (stopping.signal.aborted) throw new LukouError('GATEWAY_STOPPING');
      const before = open.get(caller) ?? 0;
      if (before >= ofOne) throw new LukouError('LIMIT_STREAMS', `You may have ${ofOne} at a time.`);
      if (taken >= ofAll) throw new LukouError('LIMIT_STREAMS', 'The gateway has as many as it can carry.');
      open.set(caller, before + 1);
      taken += 1;
      return { stopping: stopping.signal, turns, [Symbol.dispose]: () => giveBack(caller) };
    },
    async stop() {
      stopping.abort();
      if (taken === 0) return;
      await empty.promise;
      // Doors hear of an end a moment later, and say so.
      await setImmediate();
    },
  };

  function giveBack(caller: string): void {
    const left = open.get(caller)! - 1;
    if (left === 0) open.delete(caller);
    else open.set(caller, left);
    taken -= 1;
    if (taken === 0 && stopping.signal.aborted) empty.resolve();
  }
}
