import { GraphQLScalarType } from 'graphql';
import { refuse } from './refuse.ts';

const RFC_3339 =
  /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const ALREADY_CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;
const REMEDY = 'Write an RFC 3339 date and time with its offset, such as 2026-01-31T22:15:00+08:00.';

/**
 * An instant. In: RFC 3339 with an offset, to the microsecond. Inside and out: the same instant written at +08:00, so
 * that equal instants are equal texts.
 */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  parseValue: atChinaOffset,
  serialize: (value) => atChinaOffset(value instanceof Date ? value.toISOString() : value),
});

function atChinaOffset(value: unknown): string {
  if (typeof value !== 'string') throw refuse('DateTime', REMEDY);
  const parts = RFC_3339.exec(value);
  if (parts === null) throw refuse('DateTime', REMEDY);
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = parts;
  const localMs = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  // 30 February reads as 2 March: the day has moved.
  if (new Date(localMs).getUTCDate() !== Number(day)) throw refuse('DateTime', REMEDY);
  if (fraction === '' && ALREADY_CANONICAL.test(value)) return value;
  const offsetMs = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * 60_000;
  const chinaMs = localMs - (sign === '-' ? -offsetMs : offsetMs) + CHINA_OFFSET_MS;
  const wholeSeconds = new Date(chinaMs).toISOString().slice(0, 19);
  if (!/^[1-9]\d{3}-/.test(wholeSeconds)) throw refuse('DateTime', REMEDY);
  const microseconds = fraction.slice(0, 6).replace(/0+$/, '');
  return `${wholeSeconds}${microseconds === '' ? '' : `.${microseconds}`}+08:00`;
}
