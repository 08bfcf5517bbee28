import { contextAudience, instantOfId, MAX_CONTEXT_SECONDS, type ContextClaims } from './context-claims.ts';
import { ContextRefusal } from './context-refusal.ts';

/** How far a gateway's clock may be behind the agency's. */
export const CLOCK_TOLERANCE_MS = 5_000;

/**
 * How far ahead of the agency's clock a gateway's may be. It is less than a restart takes: a context that one process took
 * is older than the next one, which therefore refuses it, though it forgot which were used.
 */
const MAX_AHEAD_MS = 1_000;

/** How far the instant that a grant is bound at may be from the agency's clock: what an operation may take, and more. */
const MAX_ASK_AGE_MS = 30_000;

/** Where and when a context is looked at. */
export interface ContextPlace {
  readonly subgraph: string;
  readonly nowMs: number;
  /** Since when this process remembers contexts: it cannot know those before. */
  readonly startedAtMs: number;
}

/**
 * Settles whether signed claims hold here and now.
 * Throws a {@link ContextRefusal} with the reason of the first check that fails.
 */
export function judgeContext(claims: ContextClaims, { subgraph, nowMs, startedAtMs }: ContextPlace): void {
  if (claims.aud !== contextAudience(subgraph)) throw new ContextRefusal('AUDIENCE_WRONG');
  const lifetimeSeconds = claims.exp - claims.iat;
  if (lifetimeSeconds <= 0 || lifetimeSeconds > MAX_CONTEXT_SECONDS) {
    throw new ContextRefusal('LIFETIME_REFUSED');
  }
  if (claims.exp * 1_000 <= nowMs - CLOCK_TOLERANCE_MS) throw new ContextRefusal('EXPIRED');
  if (Math.abs(claims.nowMs - nowMs) > MAX_ASK_AGE_MS) throw new ContextRefusal('CLOCKS_DIFFER');
  const madeAtMs = instantOfId(claims.jti);
  if (madeAtMs > nowMs + MAX_AHEAD_MS) throw new ContextRefusal('ISSUED_IN_FUTURE');
  if (Math.floor(madeAtMs / 1_000) !== claims.iat) throw new ContextRefusal('CLAIMS_MALFORMED');
  // Whatever an earlier process of this agency answered, it forgot with its memory.
  if (madeAtMs < startedAtMs) throw new ContextRefusal('ISSUED_BEFORE_START');
}
