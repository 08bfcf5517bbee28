import type { TokenClaims } from './token-claims.ts';
import { TokenRefusal } from './token-refusal.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';

/** Longest time between `iat` and `exp`. */
const MAX_LIFETIME_SECONDS = 12 * 60 * 60;

/** How far an issuer's clock may be from ours, in either direction. */
const CLOCK_TOLERANCE_MS = 5_000;

/**
 * Settles whether signed claims hold now, here and for this issuer.
 * Throws a {@link TokenRefusal} with the reason of the first check that fails.
 */
export function judgeClaims(
  claims: TokenClaims,
  issuer: TrustedIssuer,
  audience: string,
  nowMs: number,
): void {
  // A token for several services could be replayed here by any of them, so Lukou must be the only audience.
  const audiences = typeof claims.aud === 'string' ? [claims.aud] : claims.aud;
  if (audiences.length !== 1 || audiences[0] !== audience) throw new TokenRefusal('AUDIENCE_WRONG');

  const lifetimeSeconds = claims.exp - claims.iat;
  if (lifetimeSeconds <= 0 || lifetimeSeconds > MAX_LIFETIME_SECONDS) {
    throw new TokenRefusal('LIFETIME_REFUSED');
  }
  const latestStartMs = nowMs + CLOCK_TOLERANCE_MS;
  if (claims.iat * 1_000 > latestStartMs) throw new TokenRefusal('ISSUED_IN_FUTURE');
  if (claims.nbf !== undefined && claims.nbf * 1_000 > latestStartMs) throw new TokenRefusal('NOT_YET_VALID');
  if (claims.exp * 1_000 <= nowMs - CLOCK_TOLERANCE_MS) throw new TokenRefusal('EXPIRED');

  const maySpeak = issuer.speaksFor.some(
    ({ agency, roles }) => agency === claims.agency && roles.includes(claims.role),
  );
  if (!maySpeak) throw new TokenRefusal('ISSUER_MAY_NOT_SPEAK_FOR_CALLER');
}
