import { CompactSign } from 'jose';
import type { Ask } from '../../agreement/index.ts';
import { sha256Hex, uuidV7, type Clock } from '../../base/index.ts';
import { CONTEXT_HEADER, CONTEXT_TYPE, contextAudience, type ContextClaims } from './context-claims.ts';
import type { GatewayKey } from './gateway-key.ts';

/** Long enough for the way to an agency and two clocks that differ; an agency remembers each context as long. */
const LIFETIME_SECONDS = 10;

/** What {@link createContextSigner} needs. */
export interface ContextSignerOptions {
  /** The gateway's name, as agencies list it. */
  readonly gateway: string;
  readonly key: GatewayKey;
  readonly subgraph: string;
  /** `digestOfOwners` of the agreements in force, for the owners of that subgraph. */
  readonly policyDigest: string;
  readonly clock: Clock;
}

/** For whom an agency is asked. */
export interface SignedCaller {
  readonly grant: { readonly ask: Ask };
  readonly requestId: string;
  readonly nowMs: number;
  /** The pseudonym of who asks, where the agency is asked to act. */
  readonly actor?: string | undefined;
}

/**
 * Signs what one agency has to know to decide for itself, for exactly this body. Returns the HTTP header that carries it.
 * Each call makes a context of its own: an agency takes none twice, so a question that is sent again is signed again.
 */
export type AuthoriseQuestion = (
  body: Uint8Array | string,
  caller: SignedCaller,
) => Promise<Readonly<Record<string, string>>>;

/** Makes the function that speaks for this gateway at one agency. */
export function createContextSigner(options: ContextSignerOptions): AuthoriseQuestion {
  const { gateway, key, subgraph, policyDigest, clock } = options;
  const header = { alg: 'EdDSA', typ: CONTEXT_TYPE, kid: key.publicJwk.kid };
  return async (body, { grant, requestId, nowMs, actor }) => {
    const signedAtMs = clock.nowMs();
    const iat = Math.floor(signedAtMs / 1_000);
    const { agency, role, purpose, caseReference, breakGlass } = grant.ask;
    const claims: Omit<ContextClaims, 'ask'> & { readonly ask: Ask } = {
      iss: gateway,
      aud: contextAudience(subgraph),
      iat,
      exp: iat + LIFETIME_SECONDS,
      jti: uuidV7(signedAtMs),
      requestId,
      nowMs,
      ask: { agency, role, purpose, caseReference, ...(breakGlass !== undefined && { breakGlass }) },
      ...(actor !== undefined && { actor }),
      policy: policyDigest,
      body: sha256Hex(body),
    };
    const payload = new TextEncoder().encode(JSON.stringify(claims));
    return {
      [CONTEXT_HEADER]: await new CompactSign(payload).setProtectedHeader(header).sign(key.signingKey),
    };
  };
}
