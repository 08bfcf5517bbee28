import { z } from 'zod';

const METRES_MIN = 100;
const METRES_MAX = 100_000;

/**
 * A mask as an agreement writes it: `{fn: time.bucket, d: PT1H}`. Unknown masks and unknown parameters refuse.
 * `plate.tail2` is weak (four of seven characters stay), so the agreement says why it is needed.
 */
export const maskSpecSchema = z.discriminatedUnion('fn', [
  z.strictObject({ fn: z.literal('redact') }).readonly(),
  z.strictObject({ fn: z.literal('text.redact') }).readonly(),
  z.strictObject({ fn: z.literal('plate.region') }).readonly(),
  z.strictObject({ fn: z.literal('plate.tail2'), justification: z.string().trim().min(10) }).readonly(),
  z.strictObject({ fn: z.literal('token'), domain: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/) }).readonly(),
  z.strictObject({ fn: z.literal('idno.region-decade') }).readonly(),
  z.strictObject({ fn: z.literal('phone.3') }).readonly(),
  z.strictObject({ fn: z.literal('name.surname') }).readonly(),
  z.strictObject({ fn: z.literal('geo.grid'), m: z.int().min(METRES_MIN).max(METRES_MAX) }).readonly(),
  z.strictObject({ fn: z.literal('geo.admin'), level: z.literal([2, 4, 6]) }).readonly(),
  z.strictObject({ fn: z.literal('time.bucket'), d: z.enum(['PT15M', 'PT1H', 'P1D']) }).readonly(),
  z
    .strictObject({ fn: z.literal('number.bucket'), step: z.int().positive(), max: z.int().positive() })
    .refine(({ step, max }) => max % step === 0, { path: ['max'], error: 'write a multiple of step' })
    .readonly(),
]);

/** One mask with its parameters. */
export type MaskSpec = z.infer<typeof maskSpecSchema>;

/** The name of a mask, for instance `plate.region`. */
export type MaskName = MaskSpec['fn'];

/** The spec that belongs to one mask name. */
export type SpecOf<Name extends MaskName> = Extract<MaskSpec, { readonly fn: Name }>;
