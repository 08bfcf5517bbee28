import type { JSONWebKeySet } from 'jose';
import { LukouError, type Clock } from '../base/index.ts';
import { fetchKeySet } from './fetch-key-set.ts';
import type { KeySource } from './key-source.ts';
import { TokenRefusal } from './token-refusal.ts';
import { isKeysUrl, type IssuerSettings } from './trusted-issuer.ts';

/** Keys younger than this are used without asking. */
const FRESH_MS = 10 * 60_000;
/** While the issuer cannot be reached, its last keys are used for at most this long. */
const KEEP_MS = 60 * 60_000;
/**
 * No second question within this time, so that tokens with invented key ids cannot make the gateway flood an issuer.
 * Longer than a question may take, so there is never more than one under way.
 */
const COOL_DOWN_MS = 10_000;

/** What {@link remoteKeySource} needs. */
export interface RemoteKeyOptions {
  readonly clock: Clock;
  /** Told of each failed fetch, also when older keys still serve. For the operator's log. */
  readonly onFailure: (issuer: string, cause: unknown) => void;
  /** Defaults to the global `fetch`. */
  readonly fetch?: typeof fetch;
}

/** Keys fetched from each issuer's JWKS address and kept for a while. Throws `SETTING_INVALID` for an unsafe address. */
export function remoteKeySource(
  issuers: readonly Pick<IssuerSettings, 'issuer' | 'keysUrl'>[],
  options: RemoteKeyOptions,
): KeySource {
  const keepers = new Map(
    issuers.map(({ issuer, keysUrl }) => [issuer, keepKeys(issuer, keysUrl, options)] as const),
  );
  return {
    async keysFor(issuer, wantedKid) {
      const set = await keepers.get(issuer)?.(wantedKid);
      if (set === undefined) throw new TokenRefusal('KEYS_UNAVAILABLE');
      return set;
    },
  };
}

function keepKeys(issuer: string, address: string, options: RemoteKeyOptions) {
  if (!isKeysUrl(address)) {
    throw new LukouError('SETTING_INVALID', `The keys of issuer ${issuer} need an https address.`);
  }
  let kept: { readonly set: JSONWebKeySet; readonly fetchedAtMs: number } | undefined;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  const ask = async () => {
    const nowMs = options.clock.nowMs();
    askedAtMs = nowMs;
    try {
      kept = { set: await fetchKeySet(address, options.fetch ?? fetch), fetchedAtMs: nowMs };
    } catch (cause) {
      options.onFailure(issuer, cause);
    } finally {
      asking = undefined;
    }
  };
  const isDue = (wantedKid: string | undefined, nowMs: number) =>
    kept === undefined ||
    nowMs - kept.fetchedAtMs >= FRESH_MS ||
    (wantedKid !== undefined && !kept.set.keys.some((key) => key.kid === wantedKid));

  return async (wantedKid: string | undefined): Promise<JSONWebKeySet | undefined> => {
    const nowMs = options.clock.nowMs();
    if (isDue(wantedKid, nowMs)) {
      if (nowMs - askedAtMs >= COOL_DOWN_MS) asking = ask();
      await asking;
    }
    return kept !== undefined && nowMs - kept.fetchedAtMs < KEEP_MS ? kept.set : undefined;
  };
}
