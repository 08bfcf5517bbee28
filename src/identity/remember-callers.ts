import { sha256Hex } from '../base/index.ts';
import type { TokenPrincipal } from './principal.ts';

/** A token is believed again for at most this long, so that withdrawn keys count and a clock that was set is noticed. */
const REMEMBER_MS = 60_000;
const MAX_REMEMBERED = 1_000;

interface Remembered {
  readonly principal: TokenPrincipal;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Names the caller of a token, or throws. */
export type NameCaller = (token: string, nowMs: number) => Promise<TokenPrincipal>;

/**
 * Spares the signature check when the very same token comes again. Keyed by the digest of the whole token, signature
 * included: with less, a forged token that shares the key's part would pass as the verified one (CVE-2026-35039).
 * Refusals are not remembered.
 */
export function rememberCallers(nameCaller: NameCaller): NameCaller {
  const memory = new Map<string, Remembered>();
  return async (token, nowMs) => {
    const digest = sha256Hex(token);
    const known = memory.get(digest);
    if (known !== undefined && known.fromMs <= nowMs && nowMs < known.untilMs) return known.principal;
    memory.delete(digest);
    const principal = await nameCaller(token, nowMs);
    const untilMs = Math.min(nowMs + REMEMBER_MS, principal.expiresAtMs);
    if (memory.size >= MAX_REMEMBERED) forgetOldest(memory);
    memory.set(digest, { principal, fromMs: nowMs, untilMs });
    return principal;
  };
}

function forgetOldest(memory: Map<string, Remembered>): void {
  const [oldest] = memory.keys();
  if (oldest !== undefined) memory.delete(oldest);
}
