import { z } from 'zod';
import { TokenRefusal } from './token-refusal.ts';

/** Roles of people, who ask. `public` is not among them: it is the role of a caller without a token. */
const CALLER_ROLES = ['analyst', 'partner', 'steward', 'auditor'] as const;

/** One of {@link CALLER_ROLES}. */
export type CallerRole = (typeof CALLER_ROLES)[number];

/** Roles that a token may claim. A feeder is a system of an agency: it hands data in, and may ask for nothing. */
export const TOKEN_ROLES = [...CALLER_ROLES, 'feeder'] as const;

/** One of {@link TOKEN_ROLES}. */
export type TokenRole = (typeof TOKEN_ROLES)[number];

/** The code of an agency whose people sign in, `AG-JUSTICE-BUREAU`. `AG-PUBLIC` stands for everybody else. */
export const agencySchema = z
  .string()
  .max(64)
  .regex(/^AG-(?!PUBLIC$)[A-Z0-9]+(-[A-Z0-9]+)*$/);

const YEAR_9999_SECONDS = 253_402_300_799;
const instantSchema = z.int().min(0).max(YEAR_9999_SECONDS);
const visibleAscii = (most: number) => z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${most}}$`));

const claimsSchema = z.object({
  iss: visibleAscii(256),
  aud: z.union([visibleAscii(256), z.array(visibleAscii(256)).min(1).max(16)]),
  sub: visibleAscii(128),
  exp: instantSchema,
  iat: instantSchema,
  nbf: instantSchema.optional(),
  jti: visibleAscii(128).optional(),
  client_id: visibleAscii(256).optional(),
  agency: agencySchema,
  role: z.enum(TOKEN_ROLES),
});

/** The claims that Lukou uses; an issuer's other claims are ignored. Instants are whole seconds since 1970. */
export type TokenClaims = Readonly<z.infer<typeof claimsSchema>>;

// `cnf` binds the token to a key or certificate that its sender must prove to hold: taking it as a plain bearer token
// would undo that. The other three belong to tokens that log somebody in or out elsewhere, not to access tokens.
const CLAIMS_OF_OTHER_TOKENS = ['cnf', 'nonce', 'at_hash', 'events'];

/** The claims, if each one that Lukou uses has its exact shape. Throws {@link TokenRefusal}. */
export function checkClaims(members: Record<string, unknown>): TokenClaims {
  if (CLAIMS_OF_OTHER_TOKENS.some((claim) => Object.hasOwn(members, claim))) {
    throw new TokenRefusal('NOT_A_BEARER_TOKEN');
  }
  const checked = claimsSchema.safeParse(members);
  if (!checked.success) throw new TokenRefusal('CLAIMS_MALFORMED');
  return checked.data;
}
