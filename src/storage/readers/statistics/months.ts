import { CHINA_OFFSET_MS, LukouError } from '../../../base/index.ts';
import type { TimeSpan } from '../../arguments.ts';

/** Calendar months at +08:00, the last one included: 2026-01. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const MOST_MONTHS = 36;

/**
 * The span of whole months that are over and open to the caller as a whole; null where none is. A month that still
 * fills, or that ages out of the row scope day by day, would tell single rows by what it was a moment before.
 *
 * Throws ARGUMENT_INVALID for what is no range of at most 36 months that are over.
 */
export function spanOfMonths(
  { from, to }: MonthRange,
  { nowMs, notBefore }: { readonly nowMs: number; readonly notBefore: string | null },
): TimeSpan | null {
  if (!MONTH.test(from) || !MONTH.test(to) || from > to || indexOf(to) - indexOf(from) >= MOST_MONTHS)
    throw new LukouError(
      'ARGUMENT_INVALID',
      `Ask for at most ${MOST_MONTHS} calendar months: 2026-01 to 2026-03.`,
    );
  const end = startOfMonth(indexOf(to) + 1);
  if (Date.parse(end) > nowMs)
    throw new LukouError(
      'ARGUMENT_INVALID',
      'Statistics are told of months that are over: ask for earlier ones.',
    );
  const openFromMs = notBefore === null ? -Infinity : Date.parse(notBefore);
  let first = indexOf(from);
  while (first <= indexOf(to) && Date.parse(startOfMonth(first)) < openFromMs) first += 1;
  return first > indexOf(to) ? null : { from: startOfMonth(first), to: end };
}

/** The months of a span that consists of whole ones. Throws ARGUMENT_INVALID where it does not. */
export function monthsOf({ from, to }: TimeSpan): MonthRange {
  const [first, after] = [from, to].map((instant) => new Date(Date.parse(instant) + CHINA_OFFSET_MS));
  const isStart = (local: Date): boolean => local.toISOString().endsWith('-01T00:00:00.000Z');
  if (first === undefined || after === undefined || !isStart(first) || !isStart(after) || first >= after)
    throw new LukouError(
      'ARGUMENT_INVALID',
      'This number is told of whole months: begin and end at midnight of a month’s first day at +08:00.',
    );
  const last = new Date(after.getTime() - 1);
  return { from: first.toISOString().slice(0, 7), to: last.toISOString().slice(0, 7) };
}

function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function startOfMonth(index: number): string {
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return `${year}-${String((index % 12) + 1).padStart(2, '0')}-01T00:00:00+08:00`;
}
