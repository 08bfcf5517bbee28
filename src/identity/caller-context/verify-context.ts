import type { Ask } from '../../agreement/index.ts';
import { sha256Hex, type Clock } from '../../base/index.ts';
import { checkSignature } from '../check-signature.ts';
import { readStrictObject } from '../read-strict-json.ts';
import { splitToken } from '../split-token.ts';
import { TokenRefusal } from '../token-refusal.ts';
import { checkContextClaims, type ContextClaims } from './context-claims.ts';
import { checkContextHeader } from './context-header.ts';
import { ContextRefusal } from './context-refusal.ts';
import { CLOCK_TOLERANCE_MS, judgeContext } from './judge-context.ts';
import { openContextMemory, type ContextMemory } from './remember-contexts.ts';
import type { TrustedGateways } from './trusted-gateways.ts';

declare const verified: unique symbol;

/** What a trusted gateway says of one question. Only {@link createContextVerifier} makes one, each once. */
export interface VerifiedContext {
  readonly [verified]: true;
  /** The gateway's name. */
  readonly gateway: string;
  readonly ask: Ask;
  /** The pseudonym of who asks, where the agency is asked to act. */
  readonly actor?: string;
  readonly requestId: string;
  /** The instant that the gateway bound the grant at. */
  readonly nowMs: number;
  /** The digest of schema and agreements that the gateway decided by. */
  readonly policyDigest: string;
  /** SHA-256 of the question's body, hexadecimal. */
  readonly bodySha256: string;
}

/** What {@link createContextVerifier} needs. */
export interface ContextVerifierOptions {
  readonly subgraph: string;
  readonly gateways: TrustedGateways;
  readonly clock: Clock;
  /** Where used contexts are remembered; a memory of its own unless given. */
  readonly memory?: ContextMemory;
}

/**
 * Verifies the value of the header `lukou-context`. Throws {@link ContextRefusal}, whose public text never says which
 * check failed, or LukouError CONTEXT_MEMORY_FULL.
 */
export type VerifyContext = (header: string | undefined) => Promise<VerifiedContext>;

/** Makes the gate of one agency. It refuses contexts from before now: it could not know whether they were used. */
export function createContextVerifier(options: ContextVerifierOptions): VerifyContext {
  const { subgraph, gateways, clock, memory = openContextMemory() } = options;
  const startedAtMs = clock.nowMs();
  return async (header) => {
    if (header === undefined) throw new ContextRefusal('CONTEXT_MISSING');
    const claims = await asContextRefusal(() => readSigned(header, gateways));
    const nowMs = clock.nowMs();
    judgeContext(claims, { subgraph, nowMs, startedAtMs });
    memory.remember(claims.jti, claims.exp * 1_000 + CLOCK_TOLERANCE_MS, nowMs);
    return {
      gateway: claims.iss,
      ask: claims.ask,
      ...(claims.actor !== undefined && { actor: claims.actor }),
      requestId: claims.requestId,
      nowMs: claims.nowMs,
      policyDigest: claims.policy,
      bodySha256: claims.body,
    } as VerifiedContext;
  };
}

/** Settles that this is the body that the gateway signed for. Throws {@link ContextRefusal} `BODY_DIFFERS`. */
export function requireSameBody({ bodySha256 }: VerifiedContext, body: Uint8Array): void {
  if (sha256Hex(body) !== bodySha256) throw new ContextRefusal('BODY_DIFFERS');
}

/** The claims, which are believed only now that the signature was looked at. */
async function readSigned(text: string, gateways: TrustedGateways): Promise<ContextClaims> {
  const split = splitToken(text);
  checkContextHeader(readStrictObject(split.headerBytes));
  const claims = checkContextClaims(readStrictObject(split.payloadBytes));
  const keys = gateways.get(claims.iss);
  if (keys === undefined) throw new ContextRefusal('GATEWAY_UNKNOWN');
  await checkSignature(split, keys);
  return claims;
}

async function asContextRefusal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof TokenRefusal) throw new ContextRefusal(cause.reason, { cause });
    throw cause;
  }
}
