import { CHINA_OFFSET_MS } from '../base/index.ts';

const OFFSET = '+08:00';

/** Length of a day in milliseconds; there is no summer time at +08:00. */
export const DAY_MS = 86_400_000;

/** Length of an hour in milliseconds. */
export const HOUR_MS = 3_600_000;

/** The winter that the sample shows: `from` is included, `to` is not. Fixed, so that answers never move. */
export const SAMPLE_PERIOD = {
  from: '2025-12-01T00:00:00+08:00',
  to: '2026-03-01T00:00:00+08:00',
} as const;

/** First instant of the sample, in milliseconds since 1970. */
export const PERIOD_START_MS = Date.parse(SAMPLE_PERIOD.from);

/** First instant after the sample, in milliseconds since 1970. */
export const PERIOD_END_MS = Date.parse(SAMPLE_PERIOD.to);

/** Days in the sample. */
export const PERIOD_DAYS = (PERIOD_END_MS - PERIOD_START_MS) / DAY_MS;

/** Noon of the Spring Festival of 2026, when {@link HOLIDAY_SILENCE} has lasted nine hours. */
export const HOLIDAY_INSTANT = '2026-02-17T12:00:00+08:00';

/** The span in which some checkpoints on holiday routes record nothing: a day and its seconds. */
export const HOLIDAY_SILENCE = { day: 78, fromSecond: 3 * 3600, toSecond: 15 * 3600 } as const;

/** An instant as RFC 3339 at +08:00, to the second. */
export function formatInstant(atMs: number): string {
  return new Date(atMs + CHINA_OFFSET_MS).toISOString().slice(0, 19) + OFFSET;
}

/** Midnight at +08:00 of the day of an instant. */
export function midnightOf(atMs: number): number {
  return Math.floor((atMs + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
}

/** The date of day `day` of the sample (0 is the first), as `2025-12-01`. */
export function dateOfDay(day: number): string {
  return formatInstant(PERIOD_START_MS + day * DAY_MS).slice(0, 10);
}

/** `T00:00:00+08:00` to `T23:59:59+08:00`: joining a date to one of these is ten times faster than formatting. */
export function timesOfDay(): readonly string[] {
  return Array.from(
    { length: 86_400 },
    (_, at) => `T${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}${OFFSET}`,
  );
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * How busy each day is beside a plain weekday: Fridays and Sundays a little, New Year (1 to 3 January) and the days
 * around the Spring Festival (14 to 23 February 2026) more, its eve less.
 */
export const DAY_WEIGHTS: readonly number[] = Array.from({ length: PERIOD_DAYS }, (_, day) => {
  const date = dateOfDay(day);
  if (date === '2026-02-16') return 0.7;
  if (date >= '2026-02-14' && date <= '2026-02-23') return 1.35;
  if (date >= '2026-01-01' && date <= '2026-01-03') return 1.2;
  const weekday = (day + 1) % 7; // 1 December 2025 is a Monday
  return weekday === 5 || weekday === 0 ? 1.1 : 1;
});
