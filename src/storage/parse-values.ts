import { types, type CustomTypesConfig } from 'pg';
import { CHINA_OFFSET_MS } from '../base/index.ts';

const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  interval: 1186,
  int8Array: 1016,
} as const;
const TIMESTAMPTZ = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::?\d\d(?::?\d\d)?)?)$/;

/**
 * How values arrive from the database:
 *
 * - `timestamptz`: RFC 3339 text at +08:00 with milliseconds, `2026-01-31T22:15:00.000+08:00`;
 * - `int8`, as counts are: a number; beyond 2^53 an error, never a rounded number;
 * - `numeric`: text, exact; a statement that wants a number casts to `float8` or `integer`;
 * - `date`, `timestamp`, `interval`: PostgreSQL's own text.
 */
export const valueTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format === 'binary' ? undefined : parsers.get(oid)) ?? types.getTypeParser(oid, format);
  },
};

/** Text of a `timestamptz` as PostgreSQL prints it, as RFC 3339 text at +08:00 with milliseconds. */
function parseInstant(text: string): string {
  // Nearly all are of whole seconds, and of a year of four digits.
  if (text.length === 22 && text.endsWith('+08'))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.000+08:00`;
  const parts = TIMESTAMPTZ.exec(text);
  if (parts === null) throw new RangeError('an instant from the database lies outside the years 1 to 9999');
  const [, day, time, fraction = '', offset] = parts;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  if (offset === '+08') return `${day}T${time}.${milliseconds}+08:00`;
  // Shanghai kept summer time until 1991 and its own local time until 1901: those instants are moved to +08:00.
  return new Date(Date.parse(`${day}T${time}.${milliseconds}Z`) - offsetMs(offset!) + CHINA_OFFSET_MS)
    .toISOString()
    .replace('Z', '+08:00');
}

/** A whole number of 64 bits as a number. */
function parseInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a whole number from the database is beyond 2^53');
  return value;
}

function offsetMs(offset: string): number {
  const [hours = '0', minutes = '0', seconds = '0'] = offset.slice(1).split(':');
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return offset.startsWith('-') ? -ms : ms;
}

const asText = (text: string): string => text;
const parseIntegers = (text: string): (number | null)[] =>
  text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => (item === 'NULL' ? null : parseInteger(item)));
const parsers = new Map<number, (text: string) => unknown>([
  [OID.int8, parseInteger],
  [OID.int8Array, parseIntegers],
  [OID.timestamptz, parseInstant],
  [OID.date, asText],
  [OID.timestamp, asText],
  [OID.interval, asText],
]);
