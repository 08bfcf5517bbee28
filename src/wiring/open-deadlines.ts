import type { Clock } from '../base/index.ts';
import { type Database, forgetWatches, tellOverdue } from '../storage/index.ts';
import { lookEvery, type Repetition } from './edition/look-every.ts';

const LOOK_EVERY_MS = 1_000;

/** What looking at deadlines needs. */
export interface DeadlineParts {
  readonly database: Pick<Database, 'ingest'>;
  readonly clock: Clock;
  readonly onFault: (requestId: string, error: unknown) => void;
}

/**
 * Has a process look, each second, for items of loops whose deadline has passed, and tell those who follow them; and for
 * watches that are over, and forget them.
 */
export function openDeadlines({ database, clock, onFault }: DeadlineParts): Repetition {
  return lookEvery(
    LOOK_EVERY_MS,
    async () => {
      await tellOverdue(database.ingest, clock.nowMs());
      await forgetWatches(database.ingest);
    },
    (error) => onFault('none', error),
  );
}
