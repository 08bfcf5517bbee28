import { z } from 'zod';
import { TokenRefusal, type RefusalReason } from './token-refusal.ts';

/** Signature algorithms that a token may name. Never `none`, never a shared secret. */
export const TOKEN_ALGORITHMS = ['EdDSA', 'ES256', 'RS256', 'PS256'] as const;

/** One of {@link TOKEN_ALGORITHMS}. */
type TokenAlgorithm = (typeof TOKEN_ALGORITHMS)[number];

/** The header members that Lukou uses. */
export interface TokenHeader {
  readonly alg: TokenAlgorithm;
  readonly typ: 'at+jwt' | 'JWT';
  /** Names a key of the issuer's published set. */
  readonly kid: string;
}

// Closed: crit, jku, x5u, jwk, x5c, b64, zip, cty and whatever comes next are refused. The two thumbprints are allowed
// because common issuers always send them; nothing reads them.
const headerSchema = z.strictObject({
  alg: z.enum(TOKEN_ALGORITHMS),
  typ: z.enum(['at+jwt', 'JWT']),
  kid: z.string().regex(/^[A-Za-z0-9._~:@-]{1,128}$/),
  x5t: z.string().max(64).optional(),
  'x5t#S256': z.string().max(64).optional(),
});

const REASONS: Readonly<Record<string, RefusalReason>> = {
  alg: 'ALGORITHM_REFUSED',
  typ: 'TYPE_REFUSED',
  kid: 'KEY_ID_MALFORMED',
};

/** The header, if every member is one that Lukou accepts. Throws {@link TokenRefusal}. */
export function checkHeader(members: Record<string, unknown>): TokenHeader {
  const checked = headerSchema.safeParse(members);
  if (!checked.success) {
    const member = String(checked.error.issues[0]?.path[0] ?? '');
    throw new TokenRefusal(REASONS[member] ?? 'HEADER_MEMBER_REFUSED');
  }
  return { alg: checked.data.alg, typ: checked.data.typ, kid: checked.data.kid };
}
