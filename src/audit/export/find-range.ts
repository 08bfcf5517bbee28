import type { LogReader } from '../log-reader.ts';
import { findTime } from './find-time.ts';

/** One end of what is exported: an index, or an instant. */
export type Bound = { readonly index: number } | { readonly atMs: number };

/** A log, and how many of its records its head covers. */
export interface SizedLog {
  readonly log: string;
  readonly origin: string;
  readonly size: number;
}

/**
 * The records from one bound to before another, as indices. An instant stands for the first record written at it or
 * later, as the log's order has it.
 */
export async function findRange(
  reader: LogReader,
  log: SizedLog,
  bounds: { readonly from: Bound | null; readonly to: Bound | null },
): Promise<{ readonly from: number; readonly to: number }> {
  const from = bounds.from === null ? 0 : await indexOf(reader, log, bounds.from);
  const to = bounds.to === null ? log.size : await indexOf(reader, log, bounds.to);
  return { from: Math.min(from, to), to };
}

async function indexOf(reader: LogReader, log: SizedLog, bound: Bound): Promise<number> {
  if ('index' in bound) return Math.min(bound.index, log.size);
  let [low, high] = [0, log.size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    // Where the one in the middle is missing, the next one that is there.
    const atMs = await findTime(reader, log, middle, high);
    if (atMs !== null && atMs < bound.atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
