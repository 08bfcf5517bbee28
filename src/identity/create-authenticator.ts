import { LukouError, type Clock } from '../base/index.ts';
import type { DevelopmentIssuer } from './development-issuer.ts';
import { assertDevelopmentIssuerMayRun, type GatewayPlace } from './guard-development-issuer.ts';
import type { KeySource } from './key-source.ts';
import { principalOf, PUBLIC_PRINCIPAL, type PublicPrincipal, type TokenPrincipal } from './principal.ts';
import { rememberCallers } from './remember-callers.ts';
import { separateDuties } from './separate-duties.ts';
import { TokenRefusal } from './token-refusal.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';
import { verifyToken } from './verify-token.ts';

/** Whose tokens count: the agencies' issuers, or the development issuer and the place that it is to run at. Never both. */
type TokenOrigin =
  | {
      readonly issuers: readonly TrustedIssuer[];
      readonly keys: KeySource;
      readonly developmentIssuer?: never;
    }
  | { readonly developmentIssuer: DevelopmentIssuer; readonly place: GatewayPlace; readonly issuers?: never };

/** What {@link createAuthenticator} needs. */
export type AuthenticatorOptions = TokenOrigin & {
  readonly audience: string;
  readonly clock: Clock;
  /** At least 32 random bytes, kept outside the database. Another key makes every person a new pseudonym. */
  readonly pseudonymKey: Uint8Array;
};

/**
 * Says who asks, from the header `authorization` as it came. No header: the public. Anything but a good
 * `Bearer <token>`: throws {@link TokenRefusal}, never the public.
 */
export type Authenticate = (authorization: string | undefined) => Promise<TokenPrincipal | PublicPrincipal>;

/**
 * Makes the one function that names callers. Throws `SETTING_INVALID` for settings that could not be trusted: no
 * issuer, an issuer named twice, a development issuer outside a developer's machine, a short key.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { audience, clock, pseudonymKey } = options;
  if (pseudonymKey.byteLength < 32) {
    throw new LukouError('SETTING_INVALID', 'The pseudonym key is too short. Use 32 random bytes.');
  }
  const { issuers, keys } = settleOrigin(options);
  const requireOneDuty = separateDuties();
  const nameCaller = rememberCallers(async (token, nowMs) => {
    const verified = await verifyToken(token, { issuers, keys, audience, nowMs });
    const principal = principalOf(verified, pseudonymKey);
    requireOneDuty(principal, nowMs);
    return principal;
  });
  return async (authorization) =>
    authorization === undefined ? PUBLIC_PRINCIPAL : nameCaller(readBearer(authorization), clock.nowMs());
}

function settleOrigin(origin: TokenOrigin): { issuers: readonly TrustedIssuer[]; keys: KeySource } {
  if (origin.developmentIssuer !== undefined) {
    if (origin.issuers !== undefined) {
      throw new LukouError(
        'SETTING_INVALID',
        'An issuer is configured, so the development issuer may not run.',
      );
    }
    assertDevelopmentIssuerMayRun(origin.place);
    return { issuers: [origin.developmentIssuer.trusted], keys: origin.developmentIssuer.keys };
  }
  const names = new Set(origin.issuers.map(({ issuer }) => issuer));
  if (names.size === 0 || names.size !== origin.issuers.length) {
    throw new LukouError('SETTING_INVALID', 'Configure at least one issuer, and each issuer once.');
  }
  return { issuers: origin.issuers, keys: origin.keys };
}

function readBearer(authorization: string): string {
  const scheme = 'Bearer ';
  if (!authorization.startsWith(scheme)) throw new TokenRefusal('AUTHORIZATION_MALFORMED');
  return authorization.slice(scheme.length);
}
