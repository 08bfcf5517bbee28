import { LukouError } from '../base/index.ts';

/** A span of time: from is included, to is not. RFC 3339. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** Days that the way of one vehicle is told of at most. */
export const LONGEST_TRAJECTORY_DAYS = 93;

const DAY_MS = 86_400_000;

/** The two ends of a span as the database takes them; all of time where there is none. */
export function endsOf(span: TimeSpan | null | undefined): readonly [string, string] {
  if (span == null) return ['-infinity', 'infinity'];
  if (Date.parse(span.from) < Date.parse(span.to)) return [span.from, span.to];
  throw new LukouError('ARGUMENT_INVALID', 'A span of time must end after it begins.');
}

/** Throws `ARGUMENT_INVALID` unless the span ends after it begins, and within so many days; returns it. */
export function requireSpan(span: TimeSpan, mostDays: number): TimeSpan {
  const [from, to] = endsOf(span);
  if (Date.parse(to) - Date.parse(from) <= mostDays * DAY_MS) return span;
  throw new LukouError('ARGUMENT_INVALID', `A span of time has at most ${mostDays} days here.`);
}

/**
 * Throws `ARGUMENT_INVALID` unless a plate is one vehicle's, written out; returns it. `-` stands for a character that was
 * not read, so that many vehicles pass under such a plate, and under none.
 */
export function requireWholePlate(plateNo: string): string {
  if (plateNo !== '无车牌' && !plateNo.includes('-')) return plateNo;
  throw new LukouError('ARGUMENT_INVALID', 'Write the whole plate of one vehicle.');
}

/** As {@link endsOf}, or two nulls where no span is asked for. */
export function spanBounds(span: TimeSpan | null | undefined): readonly [string | null, string | null] {
  return span == null ? [null, null] : endsOf(span);
}

/** First and last six-digit code that lie in a division: 150700 is 150700 to 150799. */
export function codesIn(divisionCode: string): readonly [string, string] {
  const prefix = divisionPrefix(divisionCode);
  return [prefix.padEnd(6, '0'), prefix.padEnd(6, '9')];
}

/** What the codes in a division begin with: 1507 for 150700. */
export function divisionPrefix(divisionCode: string): string {
  return divisionCode.replace(/(?:00){1,2}$/, '');
}

/** Whether a row's division lies in the one that is asked for; every one does where none is. */
export function liesIn(code: string | null, divisionCode: string | null | undefined): boolean {
  return divisionCode == null || code?.startsWith(divisionPrefix(divisionCode)) === true;
}

/** As `codesIn`, or two nulls where no division is asked for. */
export function divisionBounds(
  divisionCode: string | null | undefined,
): readonly [string | null, string | null] {
  return divisionCode == null ? [null, null] : codesIn(divisionCode);
}

/** Throws `ARGUMENT_INVALID` unless the number lies in its range; returns it. */
export function requireRange(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw new LukouError('ARGUMENT_INVALID', `${name} must lie between ${least} and ${most}.`);
}
