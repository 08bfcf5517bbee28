import { z } from 'zod';
import {
  type Ask,
  BREAK_GLASS_REASONS,
  type BreakGlassReason,
  PURPOSES,
  ROLES,
} from '../../agreement/index.ts';
import { agencySchema } from '../token-claims.ts';
import { ContextRefusal } from './context-refusal.ts';

/** The HTTP header that carries a caller context, in lower case. */
export const CONTEXT_HEADER = 'lukou-context';

/** The header member `typ` of a caller context, so that no token of another sort can be taken for one. */
export const CONTEXT_TYPE = 'lukou-context+jwt';

/** Longest time between `iat` and `exp`. */
export const MAX_CONTEXT_SECONDS = 30;

/** The claim `aud` of contexts for one agency's subgraph. */
export function contextAudience(subgraph: string): string {
  return `urn:lukou:subgraph:${subgraph}`;
}

const YEAR_9999_SECONDS = 253_402_300_799;
const secondsSchema = z.int().min(0).max(YEAR_9999_SECONDS);
const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The name of a gateway, as in the claim `iss`. */
export const gatewayNameSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'Write 1 to 128 visible ASCII characters without spaces.');

const askSchema = z
  .strictObject({
    agency: agencySchema.nullable(),
    role: z.enum(ROLES),
    purpose: z.enum(PURPOSES).nullable(),
    caseReference: z.string().min(1).max(64).nullable(),
    breakGlass: z.enum(Object.keys(BREAK_GLASS_REASONS) as BreakGlassReason[]).exactOptional(),
  })
  .refine(({ agency, role }) => (agency === null) === (role === 'public'))
  .refine(({ breakGlass, caseReference }) => breakGlass === undefined || caseReference !== null);

// Closed, unlike an issuer's token: only Lukou makes contexts, so a claim that is not known is not harmless.
const claimsSchema = z.strictObject({
  iss: gatewayNameSchema,
  aud: z.string(),
  iat: secondsSchema,
  exp: secondsSchema,
  jti: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
  requestId: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  nowMs: z
    .int()
    .min(0)
    .max(YEAR_9999_SECONDS * 1_000),
  ask: askSchema,
  // The pseudonym of who asks: of acts alone.
  actor: z
    .string()
    .regex(/^p1_[A-Za-z0-9_-]{22}$/)
    .exactOptional(),
  policy: digestSchema,
  body: digestSchema,
});

/** What a gateway says, for one operation at one agency. `iat` and `exp` are whole seconds since 1970. */
export type ContextClaims = Readonly<z.infer<typeof claimsSchema>> & { readonly ask: Ask };

/** The claims, if each one is there in its exact shape and no other is. Throws {@link ContextRefusal}. */
export function checkContextClaims(members: Record<string, unknown>): ContextClaims {
  const checked = claimsSchema.safeParse(members);
  if (!checked.success) throw new ContextRefusal('CLAIMS_MALFORMED');
  return checked.data;
}

/** The instant at which an id was made: the first 48 bits of a UUID version 7. */
export function instantOfId(jti: string): number {
  return Number.parseInt(jti.slice(0, 8) + jti.slice(9, 13), 16);
}
