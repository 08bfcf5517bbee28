import { BREAK_GLASS_REASONS, type BreakGlassReason, type Grant } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { Principal } from '../identity/index.ts';

/** Why the glass is to be broken, as the header says; null without it. Throws BREAK_GLASS_REASON_UNKNOWN. */
export function readReason(stated: string | undefined): BreakGlassReason | null {
  if (stated === undefined) return null;
  const reasons = Object.keys(BREAK_GLASS_REASONS) as BreakGlassReason[];
  const reason = reasons.find((known) => known === stated);
  if (reason === undefined)
    throw new LukouError('BREAK_GLASS_REASON_UNKNOWN', `The reasons are ${reasons.join(', ')}.`);
  return reason;
}

/**
 * Settles that a grant under a broken glass may be used: some agreement is for it, and the caller signed in shortly
 * before. Throws BREAK_GLASS_NOT_GRANTED or BREAK_GLASS_SESSION_ENDED.
 */
export function requireGlass({ agreements }: Grant, { issuedAtMs }: Principal, nowMs: number): void {
  if (agreements.length === 0) throw new LukouError('BREAK_GLASS_NOT_GRANTED');
  const sessionMs = Math.min(...agreements.map(({ breakGlassMs }) => breakGlassMs ?? 0));
  if (issuedAtMs === null || nowMs >= issuedAtMs + sessionMs)
    throw new LukouError('BREAK_GLASS_SESSION_ENDED', `It lasts ${sessionMs / 60_000} minutes.`);
}
