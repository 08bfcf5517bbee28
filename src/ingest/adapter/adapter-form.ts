import { z } from 'zod';
import { ONLINE_LABELS, RECORD_TYPES, type RecordTypeName } from '../record-types.ts';

const typeNames = Object.keys(RECORD_TYPES) as [RecordTypeName, ...RecordTypeName[]];
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const codeTable = z.record(z.string(), scalar);
const regex = z.string().refine(isRegex, 'is not a regular expression that JavaScript reads');

/** What a rule may convert a number from and to. */
export const CONVERSIONS = {
  'km to m': 1000,
  'm to km': 0.001,
  'mph to km/h': 1.609_344,
  't to kg': 1000,
  'kg to t': 0.001,
  'fen to yuan': 0.01,
} as const;

const ruleForm = z.strictObject({
  constant: scalar.optional(),
  from: z.string().min(1).optional(),
  template: z.string().min(1).optional(),
  hash: z.array(z.string().min(1)).min(1).optional(),
  noData: z.array(z.string()).optional(),
  noDataWhen: z.record(z.string(), z.string()).optional(),
  remove: z.string().min(1).optional(),
  case: z.enum(['upper', 'lower']).optional(),
  pattern: regex.optional(),
  table: z.union([z.string(), codeTable]).optional(),
  match: z
    .array(z.strictObject({ like: regex, is: scalar }))
    .min(1)
    .optional(),
  otherwise: scalar.optional(),
  split: z.string().min(1).optional(),
  read: z.enum(['stake', 'speed', 'positions']).optional(),
  format: z.string().min(1).optional(),
  convert: z.enum(Object.keys(CONVERSIONS) as [keyof typeof CONVERSIONS]).optional(),
  get orElse() {
    return z.union([z.string().min(1), ruleForm]).optional();
  },
});

/** How one field gets its value; written as a text, it names the column to take unchanged. */
export type RuleForm = z.infer<typeof ruleForm>;

const labelForm = z.union([
  z.enum(ONLINE_LABELS),
  z.strictObject({ column: z.string().min(1), table: z.record(z.string(), z.enum(ONLINE_LABELS)) }),
]);

const outputForm = z.strictObject({
  type: z.enum(typeNames),
  label: labelForm,
  each: z
    .strictObject({
      column: z.string().min(1),
      separator: z.string().min(1),
      pattern: regex.optional(),
    })
    .optional(),
  columns: z.record(z.string(), z.union([z.string().min(1), ruleForm])),
});

/** One record type that a file's rows become. */
export type OutputForm = z.infer<typeof outputForm>;

/** The adapter file as it is written; docs/ingest.md explains every key. */
export const adapterForm = z.strictObject({
  adapter: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/),
  version: z.int().min(1),
  description: z.string().min(1),
  attribution: z.string().min(1).optional(),
  format: z.enum(['csv', 'ndjson', 'json', 'geojson', 'xml']),
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  delimiter: z.string().length(1).optional(),
  items: z
    .string()
    .regex(/^[^.]+(\.[^.]+)*$/)
    .optional(),
  heading: z.array(z.string().min(1)).min(1).optional(),
  timezone: z
    .string()
    .regex(/^(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/)
    .optional(),
  datum: z.enum(['WGS84', 'CGCS2000', 'GCJ02']).optional(),
  tables: z.record(z.string(), codeTable).default({}),
  reject: z
    .array(
      z.strictObject({
        column: z.string().min(1),
        is: z.array(z.string()).min(1),
        code: z.string().regex(/^[A-Z][A-Z0-9_]{2,63}$/),
      }),
    )
    .default([]),
  records: z
    .array(
      z.strictObject({
        type: z.enum(typeNames),
        label: z.enum(ONLINE_LABELS),
        values: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
  outputs: z.array(outputForm).min(1),
});

/** An adapter file that has the right keys; whether they make sense together is a later question. */
export type AdapterForm = z.infer<typeof adapterForm>;

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
