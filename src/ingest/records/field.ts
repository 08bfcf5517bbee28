import { z } from 'zod';

/** How a value is held in PostgreSQL, and so how it is written for COPY. */
export type ColumnType =
  'text' | 'integer' | 'double precision' | 'timestamptz' | 'boolean' | 'text[]' | 'jsonb';

/**
 * One field of a canonical record.
 *
 * `schema` is the definition. `accepts` says the same without building anything, for the millions of values of a
 * large file; a property test holds the two equal.
 */
export interface Field<T> {
  readonly schema: z.ZodType<T>;
  readonly accepts: (value: unknown) => boolean;
  readonly columnType: ColumnType;
  readonly isOptional: boolean;
}

const NOT_STORABLE = /\u0000/;

/** Text of 1 to `maxLength` UTF-16 units that fits `pattern`; no NUL and no lone surrogate, which no database holds. */
export function text(maxLength: number, pattern?: RegExp): Field<string> {
  const accepts = (value: unknown): boolean =>
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= maxLength &&
    (pattern === undefined ? !NOT_STORABLE.test(value) : pattern.test(value)) &&
    value.isWellFormed();
  const fitted = z.string().min(1).max(maxLength);
  const schema = (pattern === undefined ? fitted : fitted.regex(pattern)).refine(
    (value) => !NOT_STORABLE.test(value) && value.isWellFormed(),
    'must not hold NUL or half of a character',
  );
  return { schema, accepts, columnType: 'text', isOptional: false };
}

/** A surrogate id: 1 to 128 visible characters. */
export const identifier: Field<string> = text(128, /^[^\s\p{C}]+$/u);

/** One of a closed list. */
export function oneOf<const V extends string>(...values: readonly V[]): Field<V> {
  const known = new Set<unknown>(values);
  return {
    schema: z.enum(values),
    accepts: (value) => known.has(value),
    columnType: 'text',
    isOptional: false,
  };
}

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number): Field<number> {
  return {
    schema: z.int().min(min).max(max),
    accepts: (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
    columnType: 'integer',
    isOptional: false,
  };
}

/** One of a short list of whole numbers. */
export function oneOfNumbers(...values: readonly number[]): Field<number> {
  const known = new Set<unknown>(values);
  return {
    schema: z.int().refine((value) => known.has(value), `must be one of ${values.join(', ')}`),
    accepts: (value) => known.has(value),
    columnType: 'integer',
    isOptional: false,
  };
}

/** A finite number from `min` to `max`, both included. */
export function decimal(min: number, max: number): Field<number> {
  return {
    schema: z.number().min(min).max(max),
    accepts: (value) => Number.isFinite(value) && (value as number) >= min && (value as number) <= max,
    columnType: 'double precision',
    isOptional: false,
  };
}

const INSTANT = z.iso.datetime({ offset: true });
// A year outside these is a broken clock or a wrong format, and no month's partition is made for it.
const LIKELY_YEAR = /^(?:199[1-9]|20\d\d)/;

/** An instant with offset, RFC 3339: 2026-01-31T22:15:00+08:00, from 1991 to 2099. */
export const instant: Field<string> = {
  schema: INSTANT.regex(LIKELY_YEAR).max(40),
  accepts: isInstant,
  columnType: 'timestamptz',
  isOptional: false,
};

const INSTANT_SHAPE =
  /^(?:199[1-9]|20\d\d)-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 40 || !INSTANT_SHAPE.test(value)) return false;
  const month = Number(value.slice(5, 7));
  const day = Number(value.slice(8, 10));
  if (day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || isLeapYear(Number(value.slice(0, 4)));
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Yes or no. */
export const flag: Field<boolean> = {
  schema: z.boolean(),
  accepts: (value) => typeof value === 'boolean',
  columnType: 'boolean',
  isOptional: false,
};

/** Several of a closed list, at most 20. */
export function severalOf<const V extends string>(...values: readonly V[]): Field<V[]> {
  const schema = z.array(z.enum(values)).max(20);
  return {
    schema,
    accepts: (value) => schema.safeParse(value).success,
    columnType: 'text[]',
    isOptional: false,
  };
}

/** Several different texts of one kind, at most 20. */
export function severalTexts(maxLength: number, pattern: RegExp): Field<string[]> {
  const { schema: item } = text(maxLength, pattern);
  const schema = z
    .array(item)
    .max(20)
    .refine((values) => new Set(values).size === values.length, 'must not hold a text twice');
  return {
    schema,
    accepts: (value) => schema.safeParse(value).success,
    columnType: 'text[]',
    isOptional: false,
  };
}

/** A value with a shape of its own, kept as JSON. For types with few rows: it is checked by its schema. */
export function json<T>(schema: z.ZodType<T>): Field<T> {
  return {
    schema,
    accepts: (value) => schema.safeParse(value).success,
    columnType: 'jsonb',
    isOptional: false,
  };
}

/** The same field where a source may have nothing: absent, or null. */
export function optional<T>(field: Field<T>): Field<T | null | undefined> {
  return {
    schema: field.schema.nullish(),
    accepts: (value) => value === null || value === undefined || field.accepts(value),
    columnType: field.columnType,
    isOptional: true,
  };
}
