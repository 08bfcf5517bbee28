import { z } from 'zod';
import { maskSpecSchema } from '../masking/index.ts';
import { ACTIONS, CHECKPOINT_USAGES, PURPOSES, ROLES } from './codes.ts';
import { durationMs } from './duration.ts';

const NOT_ENFORCED = 'not enforced by this version: remove it';
const ROWS = 'write a list of constraints, or all';
const notEnforced = z.never({ error: NOT_ENFORCED }).optional();
const LATER_ACTIONS: ReadonlySet<unknown> = new Set(['group', 'aggregate']);

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
const action = z.enum(ACTIONS, {
  error: ({ input }) =>
    LATER_ACTIONS.has(input) ? NOT_ENFORCED : `write one of the actions ${ACTIONS.join(', ')}`,
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
]);

const permission = z.strictObject({
  id: clauseId,
  action: oneOrMore(action),
  target: oneOrMore(targetSchema),
  mask: maskSpecSchema.optional(),
  requires: caseRule.optional(),
  limit: notEnforced,
  aggregate: notEnforced,
});

const prohibition = z.strictObject({
  id: clauseId,
  action: oneOrMore(action),
  target: oneOrMore(targetSchema),
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
    expect: z
      .string()
      .regex(/^(?:allow|deny(?::[A-Z_]+)?|mask:.+)$/, 'write allow, deny, deny:CODE or mask:name'),
  })
  .refine((test) => ACTIONS.filter((name) => test[name] !== undefined).length === 1, {
    error: `name exactly one of ${ACTIONS.join(', ')}`,
  });

const signature = z.strictObject({
  agency,
  keyId: z.string().min(1),
  signature: z.base64().length(88, 'write the 64 bytes of an Ed25519 signature in base64'),
});

/** The agreement file, after access.md section 1. What this version cannot enforce is named, and refused. */
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
  rows: z
    .record(z.string(), z.union([z.literal('all'), z.array(rowConstraint).min(1, ROWS)], ROWS))
    .default({}),
  permission: z.array(permission).min(1),
  prohibition: z.array(prohibition).default([]),
  obligation: z
    .array(z.strictObject({ action: z.enum(['delete', 'notify']), after: fixedDuration.optional() }))
    .default([]),
  budget: notEnforced,
  tests: z.array(selfTest).default([]),
  signatures: z.array(signature).default([]),
});

/** An agreement file as it is written, with its defaults filled in. */
export type AgreementFile = z.infer<typeof agreementFileSchema>;
