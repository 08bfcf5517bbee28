import { CHINA_OFFSET_MS } from '../base/index.ts';
import type { MaskKind } from './mask-kind.ts';
import type { SpecOf } from './mask-spec.ts';

const BUCKET_MS = { PT15M: 900_000, PT1H: 3_600_000, P1D: 86_400_000 } as const;
const CLOCK_PATTERN = { PT15M: '\\d{2}:(?:00|15|30|45)', PT1H: '\\d{2}:00', P1D: '00:00' } as const;
const RFC_3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
// What is earlier is before the year 1000 at +08:00 too, which is not written.
const LEAST_YEAR = 999;
const ZERO = 0x30;
const MINUS = 0x2d;
const KEPT_BUCKETS = 1_000;

/**
 * `time.bucket(d)`: the instant's bucket of a quarter, an hour or a day, by the clock at +08:00. Takes an RFC 3339 text
 * with offset, or a Date; answers an RFC 3339 text at +08:00.
 */
export const timeBucket: MaskKind<SpecOf<'time.bucket'>> = {
  scalars: ['DateTime'],
  describe: ({ d }) => d,
  compile: ({ d }) => {
    const sizeMs = BUCKET_MS[d];
    // Rows of one answer share few buckets: each is written once.
    const written = new Map<number, string>();
    return (value) => {
      const localMs = readInstantMs(value) + CHINA_OFFSET_MS;
      const flooredMs = Math.floor(localMs / sizeMs) * sizeMs;
      if (!isFourDigitYear(flooredMs)) return null;
      const known = written.get(flooredMs);
      if (known !== undefined) return known;
      if (written.size === KEPT_BUCKETS) written.clear();
      const text = `${new Date(flooredMs).toISOString().slice(0, 19)}+08:00`;
      written.set(flooredMs, text);
      return text;
    };
  },
  pattern: ({ d }) => new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${CLOCK_PATTERN[d]}:00\\+08:00$`),
};

/** The first instant from this one on that begins a bucket; both in milliseconds since 1970. */
export function firstBucketFrom(instantMs: number, d: SpecOf<'time.bucket'>['d']): number {
  const sizeMs = BUCKET_MS[d];
  return Math.ceil((instantMs + CHINA_OFFSET_MS) / sizeMs) * sizeMs - CHINA_OFFSET_MS;
}

/** NaN where the value is no instant; 30 February and second 60 are none. A fraction of a second moves no bucket. */
function readInstantMs(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value !== 'string' || !RFC_3339.test(value)) return Number.NaN;
  const year = digitsAt(value, 0) * 100 + digitsAt(value, 2);
  const month = digitsAt(value, 5);
  const day = digitsAt(value, 8);
  // Date.UTC takes 30 February for 2 March, and the year 99 for 1999.
  if (year < LEAST_YEAR || day > daysOf(month, year)) return Number.NaN;
  const clockMs = Date.UTC(
    year,
    month - 1,
    day,
    digitsAt(value, 11),
    digitsAt(value, 14),
    digitsAt(value, 17),
  );
  return clockMs - offsetMs(value);
}

function offsetMs(text: string): number {
  if (text.endsWith('Z')) return 0;
  const at = text.length - '+08:00'.length;
  const minutes = digitsAt(text, at + 1) * 60 + digitsAt(text, at + 4);
  return (text.charCodeAt(at) === MINUS ? -minutes : minutes) * 60_000;
}

function digitsAt(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : DAYS_OF_MONTH[month - 1]!;
}

function isFourDigitYear(instantMs: number): boolean {
  return instantMs >= Date.UTC(1000, 0, 1) && instantMs < Date.UTC(10_000, 0, 1);
}
