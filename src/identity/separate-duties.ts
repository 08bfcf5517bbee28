import { type Duty, dutyOf } from '../agreement/index.ts';
import type { TokenPrincipal } from './principal.ts';
import { TokenRefusal } from './token-refusal.ts';

const MAX_REMEMBERED = 10_000;

interface Held {
  readonly duty: Duty;
  readonly untilMs: number;
}

/** Throws {@link TokenRefusal} `DUTIES_COMBINED` for somebody who holds another duty at the same time. */
export type SeparateDuties = (principal: TokenPrincipal, nowMs: number) => void;

/**
 * Keeps the three duties apart: while one token of a person is good, no other token of that person has another duty.
 * Each process knows of the tokens that it saw; who holds which duty for good, the agency's issuer decides.
 */
export function separateDuties(): SeparateDuties {
  const holders = new Map<string, Held>();
  return ({ pseudonym, role, expiresAtMs }, nowMs) => {
    const duty = role === 'feeder' ? null : dutyOf(role);
    if (duty === null) return;
    const held = holders.get(pseudonym);
    const isHeld = held !== undefined && nowMs < held.untilMs;
    if (isHeld && held.duty !== duty) throw new TokenRefusal('DUTIES_COMBINED');
    holders.delete(pseudonym);
    if (holders.size >= MAX_REMEMBERED) forgetOldest(holders);
    holders.set(pseudonym, { duty, untilMs: Math.max(expiresAtMs, isHeld ? held.untilMs : 0) });
  };
}

function forgetOldest(holders: Map<string, Held>): void {
  const [oldest] = holders.keys();
  if (oldest !== undefined) holders.delete(oldest);
}
