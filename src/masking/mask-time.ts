import type { MaskKind } from './mask-kind.ts';
import type { SpecOf } from './mask-spec.ts';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const BUCKET_MS = { PT15M: 900_000, PT1H: 3_600_000, P1D: 86_400_000 } as const;
const CLOCK_PATTERN = { PT15M: '\\d{2}:(?:00|15|30|45)', PT1H: '\\d{2}:00', P1D: '00:00' } as const;
const RFC_3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * `time.bucket(d)`: the instant's bucket of a quarter, an hour or a day, by the clock at +08:00. Takes an RFC 3339 text
 * with offset, or a Date; answers an RFC 3339 text at +08:00.
 */
export const timeBucket: MaskKind<SpecOf<'time.bucket'>> = {
  scalars: ['DateTime'],
  describe: ({ d }) => d,
  compile: ({ d }) => {
    const sizeMs = BUCKET_MS[d];
    return (value) => {
      const localMs = readInstantMs(value) + CHINA_OFFSET_MS;
      const flooredMs = Math.floor(localMs / sizeMs) * sizeMs;
      return isFourDigitYear(flooredMs) ? `${new Date(flooredMs).toISOString().slice(0, 19)}+08:00` : null;
    };
  },
  pattern: ({ d }) => new RegExp(`^\\d{4}-\\d{2}-\\d{2}T${CLOCK_PATTERN[d]}:00\\+08:00$`),
};

/** The first instant from this one on that begins a bucket; both in milliseconds since 1970. */
export function firstBucketFrom(instantMs: number, d: SpecOf<'time.bucket'>['d']): number {
  const sizeMs = BUCKET_MS[d];
  return Math.ceil((instantMs + CHINA_OFFSET_MS) / sizeMs) * sizeMs - CHINA_OFFSET_MS;
}

/** NaN where the value is no instant; 30 February and second 60 are none. */
function readInstantMs(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  const clock = typeof value === 'string' ? RFC_3339.exec(value)?.[1] : undefined;
  if (clock === undefined) return Number.NaN;
  const asWritten = new Date(`${clock}Z`);
  const isRealDay = !Number.isNaN(asWritten.getTime()) && asWritten.toISOString().startsWith(clock);
  return isRealDay ? Date.parse(value as string) : Number.NaN;
}

function isFourDigitYear(instantMs: number): boolean {
  return instantMs >= Date.UTC(1000, 0, 1) && instantMs < Date.UTC(10_000, 0, 1);
}
