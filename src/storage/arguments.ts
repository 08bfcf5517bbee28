import { LukouError } from '../base/index.ts';

/** A span of time: from is included, to is not. RFC 3339. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** The two ends of a span as the database takes them; all of time where there is none. */
export function endsOf(span: TimeSpan | null | undefined): readonly [string, string] {
  if (span == null) return ['-infinity', 'infinity'];
  if (Date.parse(span.from) < Date.parse(span.to)) return [span.from, span.to];
  throw new LukouError('ARGUMENT_INVALID', 'A span of time must end after it begins.');
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
