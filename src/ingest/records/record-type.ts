import { z } from 'zod';
import type { ColumnType, Field } from './field.ts';

/** The fields of a canonical record, by their names in it. */
export type Shape = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer T> ? T : never;
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: undefined extends ValueOf<S[K]> ? K : never;
}[keyof S];

/** What a record of a shape looks like. */
export type RecordOf<S extends Shape> = {
  readonly [K in Exclude<keyof S, OptionalKeys<S>>]: ValueOf<S[K]>;
} & {
  readonly [K in OptionalKeys<S>]?: ValueOf<S[K]>;
};

/** A whole record that its fields allow but its source must not publish, or that contradicts itself. */
export interface RecordRule<R> {
  /** Quarantine code of the rows that break the rule. */
  readonly code: string;
  readonly holds: (record: R) => boolean;
}

/** One column of the table that keeps a record type. */
export interface RecordColumn {
  /** Name in the record. */
  readonly field: string;
  /** Name in the table. */
  readonly column: string;
  readonly columnType: ColumnType;
  readonly isOptional: boolean;
}

/** A canonical record type. */
export interface RecordType<R> {
  readonly name: string;
  /** The definition: zod, strict. */
  readonly schema: z.ZodType<R>;
  /** Fields in order; a record's values are passed on in this order. */
  readonly columns: readonly RecordColumn[];
  has(field: string): boolean;
  /** The quarantine code of the first thing wrong with a record's values (in the columns' order), or null. */
  findFault(values: readonly unknown[]): string | null;
}

/** Describes a record type. */
export function recordType<const S extends Shape>(
  name: string,
  shape: S,
  rules: readonly RecordRule<RecordOf<S>>[] = [],
): RecordType<RecordOf<S>> {
  const names = Object.keys(shape);
  const fields = Object.values(shape);
  const codes = names.map((field) => snakeCase(field).toUpperCase());
  const schema = z.strictObject(Object.fromEntries(names.map((field, at) => [field, fields[at]!.schema])));

  return {
    name,
    schema: schema as unknown as z.ZodType<RecordOf<S>>,
    columns: names.map((field, at) => ({
      field,
      column: snakeCase(field),
      columnType: fields[at]!.columnType,
      isOptional: fields[at]!.isOptional,
    })),
    has: (field) => Object.hasOwn(shape, field),
    findFault(values) {
      for (let at = 0; at < fields.length; at++) {
        const value = values[at];
        if (!fields[at]!.accepts(value))
          return `${codes[at]!}_${value === null || value === undefined ? 'MISSING' : 'INVALID'}`;
      }
      if (rules.length === 0) return null;
      const record = Object.fromEntries(names.map((field, at) => [field, values[at]])) as RecordOf<S>;
      return rules.find((rule) => !rule.holds(record))?.code ?? null;
    },
  };
}

function snakeCase(camelCase: string): string {
  return camelCase.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
