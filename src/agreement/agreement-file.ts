import { z } from 'zod';
import { maskSpecSchema, statisticRuleSchema } from '../masking/index.ts';
import { ACTIONS, BREAK_GLASS_REASONS, CHECKPOINT_USAGES, HANDLING_CODES, PURPOSES, ROLES } from './codes.ts';
import { durationMs } from './duration.ts';

const ROWS = 'write a list of constraints, or all';

const agency = z
  .string()
  .regex(/^AG-[A-Z0-9]+(?:-[A-Z0-9]+)*$/, 'write an agency code, for instance AG-TRANSPORT-CENTRE');
const instant = z.iso.datetime({
  offset: true,
  error: 'write an instant with offset: 2026-01-01T00:00:00+08:00',
});
const clauseId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,15}$/, 'write a short id of lower-case letters and digits');
const coordinate = z.string().regex(/^[A-Z]\w*\.[a-z]\w*$/, 'write Type.field');
/** What a clause speaks of. Which fields there are, the schema says. */
export const targetSchema = z.string().regex(/^[A-Z]\w*\.(?:[a-z]\w*|\*)$/, 'write Type.field, or Type.*');
const action = z.enum(ACTIONS, { error: `write one of the actions ${ACTIONS.join(', ')}` });
const amount = z.int('write a whole number').positive('write at least 1');
/** What a permission alone can do beside: to say that there is a record, and whom to ask. */
const permitted = z.enum([...ACTIONS, 'point'], {
  error: `write one of the actions ${ACTIONS.join(', ')}, point`,
});
const caseRule = z.strictObject({ caseReference: z.boolean() });
const fixedDuration = z
  .string()
  .refine(
    (text) => (durationMs(text) ?? 0) > 0,
    'write days, hours or minutes (P90D, PT12H); years and months vary',
  );
const divisionPrefix = z
  .string()
  .regex(/^[1-9]\d(?:\d{2}){0,2}$/, 'write the first 2, 4 or 6 digits of a division code, in quotes')
  .refine(
    (code) => code.length !== 6 || !code.endsWith('00'),
    'a six-digit code opens one county: write 1507 for 150700',
  );

/** Schemas of a value or a list of such values, and what each value is. */
export const itemOfOneOrMore = new WeakMap<object, z.ZodType>();

function oneOrMore<Item extends z.ZodType>(item: Item) {
  const schema = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1));
  itemOfOneOrMore.set(schema, item);
  return schema;
}

function codeOf<Code extends string>(table: Readonly<Record<Code, unknown>>) {
  const codes = Object.keys(table) as Code[];
  return z.enum(codes, { error: `write one of ${codes.join(', ')}` });
}

function anyOf<Name extends string, Item extends z.ZodType>(leftOperand: Name, item: Item) {
  return z.strictObject({
    leftOperand: z.literal(leftOperand),
    operator: z.literal('isAnyOf'),
    rightOperand: z.array(item).min(1),
  });
}

const callerConstraint = z.discriminatedUnion('leftOperand', [
  anyOf('purpose', z.enum(PURPOSES)),
  anyOf('role', z.enum(ROLES)),
]);

const rowConstraint = z.discriminatedUnion('leftOperand', [
  anyOf('spatial', divisionPrefix),
  z.strictObject({
    leftOperand: z.literal('age'),
    operator: z.literal('lteq'),
    rightOperand: fixedDuration,
  }),
  z.strictObject({
    leftOperand: z.literal('usage'),
    operator: z.literal('isNoneOf'),
    rightOperand: z.array(z.enum(CHECKPOINT_USAGES)).min(1),
  }),
  z.strictObject({
    leftOperand: z.literal('agency'),
    operator: z.literal('eq'),
    rightOperand: z.literal('own', 'write own: the agency of whoever asks'),
  }),
  z.strictObject({
    leftOperand: z.literal('case'),
    operator: z.literal('eq'),
    rightOperand: z.literal('stated', 'write stated: the case that a request states in lukou-case'),
  }),
]);

const permission = z.strictObject({
  id: clauseId,
  action: oneOrMore(permitted),
  target: oneOrMore(targetSchema),
  mask: maskSpecSchema.optional(),
  contact: z.string().min(1).max(200).optional(),
  requires: caseRule.optional(),
  limit: z.strictObject({ perDay: amount }).optional(),
  aggregate: statisticRuleSchema.optional(),
});

const prohibition = z.strictObject({
  id: clauseId,
  action: oneOrMore(action),
  target: oneOrMore(targetSchema),
  invisible: z.boolean().default(false),
});

const breakGlass = z.strictObject({
  reasons: z.array(codeOf(BREAK_GLASS_REASONS)).min(1),
  sessionMinutes: z.int().min(1).max(60),
});

const selfTest = z
  .strictObject({
    caller: z.strictObject({
      role: z.enum(ROLES),
      purpose: z.enum(PURPOSES).optional(),
      caseReference: z.boolean().default(false),
    }),
    read: coordinate.optional(),
    filter: coordinate.optional(),
    sort: coordinate.optional(),
    match: coordinate.optional(),
    group: coordinate.optional(),
    aggregate: coordinate.optional(),
    act: coordinate.optional(),
    rows: z
      .string()
      .regex(/^[A-Z]\w*$/, 'write Type')
      .optional(),
    expect: z
      .string()
      .regex(
        /^(?:allow|pointer|deny(?::[A-Z_]+)?|mask:.+|statistic:\d+\/\d+)$/,
        'write allow, pointer, deny, deny:CODE, mask:name or statistic:k/roundTo',
      ),
  })
  .refine((test) => [...ACTIONS, 'rows' as const].filter((name) => test[name] !== undefined).length === 1, {
    error: `name exactly one of ${ACTIONS.join(', ')}, rows`,
  });

const signature = z.strictObject({
  agency,
  keyId: z.string().min(1),
  signature: z.base64().length(88, 'write the 64 bytes of an Ed25519 signature in base64'),
});

/** The agreement file, after access.md section 1. */
export const agreementFileSchema = z.strictObject({
  apiVersion: z.literal('lukou/v1'),
  kind: z.literal('Agreement'),
  uid: z.string().regex(/^urn:agr:[a-z0-9]+(?:[:-][a-z0-9]+)*$/, 'write urn:agr:region:parties:number'),
  version: z.int().positive(),
  assigner: agency,
  assignee: agency,
  conflict: z.literal('prohibit'),
  valid: z.strictObject({ from: instant, until: instant }),
  legalBasis: z.strictObject({
    code: z.string().regex(/^LB-[A-Z0-9-]+$/, 'write a legal basis code, for instance LB-ROAD-01'),
    document: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'write sha256: and the 64 hexadecimal digits of the document'),
  }),
  appliesTo: z.array(callerConstraint).min(1),
  requires: caseRule.default({ caseReference: false }),
  breakGlass: breakGlass.optional(),
  handling: z.array(codeOf(HANDLING_CODES)).default([]),
  rows: z
    .record(z.string(), z.union([z.literal('all'), z.array(rowConstraint).min(1, ROWS)], ROWS))
    .default({}),
  permission: z.array(permission).min(1),
  prohibition: z.array(prohibition).default([]),
  obligation: z
    .array(z.strictObject({ action: z.enum(['delete', 'notify']), after: fixedDuration.optional() }))
    .default([]),
  budget: z
    .strictObject({ rowsPerDay: amount.optional(), distinctSubjectsPerDay: amount.optional() })
    .refine(
      ({ rowsPerDay, distinctSubjectsPerDay }) => (rowsPerDay ?? distinctSubjectsPerDay) !== undefined,
      'write rowsPerDay, distinctSubjectsPerDay, or both',
    )
    .optional(),
  ceiling: z
    .strictObject({
      rows: amount.optional(),
      divisions: amount.optional(),
      days: amount.optional(),
      divisionsPerDay: amount.optional(),
      daysPerDay: amount.optional(),
    })
    .refine(
      (bounds) => Object.values(bounds).some((bound) => bound !== undefined),
      'write one or more of rows, divisions, days, divisionsPerDay, daysPerDay',
    )
    .optional(),
  tests: z.array(selfTest).default([]),
  signatures: z.array(signature).default([]),
});

/** An agreement file as it is written, with its defaults filled in. */
export type AgreementFile = z.infer<typeof agreementFileSchema>;
