import { sha256Hex } from '../base/index.ts';
import { checkSignature } from './check-signature.ts';
import { checkTokenForm, type TokenForm } from './check-token-form.ts';
import { judgeClaims } from './judge-claims.ts';
import type { KeySource } from './key-source.ts';
import type { TokenRole } from './token-claims.ts';
import { TokenRefusal } from './token-refusal.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';

/** What a token has to stand up to. */
export interface TokenTrust {
  readonly issuers: readonly TrustedIssuer[];
  readonly keys: KeySource;
  /** The claim `aud` that tokens for this gateway carry. */
  readonly audience: string;
  readonly nowMs: number;
}

/** A caller as vouched for by a trusted issuer. */
export interface VerifiedToken {
  readonly subject: string;
  readonly agency: string;
  readonly role: TokenRole;
  /** The claim `client_id` (RFC 9068): which system of the agency asked for the token; null where it is not named. */
  readonly system: string | null;
  readonly issuer: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  /**
   * The claim `jti`, or `sha256:` and the digest of what was signed. Never of the signature: an ECDSA signature has a
   * second valid form, so one token would have two ids.
   */
  readonly tokenId: string;
}

/** Verifies an access token. Throws {@link TokenRefusal}, whose public text never says which check failed. */
export async function verifyToken(token: string, trust: TokenTrust): Promise<VerifiedToken> {
  const form = checkTokenForm(token);
  const issuer = requireIssuer(form.claims.iss, trust.issuers);
  const keys = await trust.keys.keysFor(issuer.issuer, form.header.kid);
  await checkSignature(form.split, keys);
  judgeClaims(form.claims, issuer, trust.audience, trust.nowMs);
  return {
    subject: form.claims.sub,
    agency: form.claims.agency,
    role: form.claims.role,
    system: form.claims.client_id ?? null,
    issuer: issuer.issuer,
    issuedAtMs: form.claims.iat * 1_000,
    expiresAtMs: form.claims.exp * 1_000,
    tokenId: identifyToken(form),
  };
}

function requireIssuer(name: string, issuers: readonly TrustedIssuer[]): TrustedIssuer {
  const issuer = issuers.find((each) => each.issuer === name);
  if (issuer === undefined) throw new TokenRefusal('ISSUER_UNKNOWN');
  return issuer;
}

function identifyToken({ claims, split }: TokenForm): string {
  return claims.jti ?? `sha256:${sha256Hex(split.signedPart)}`;
}
