import { BoundedCache } from '../base/index.ts';
import { bindGrant, listChangesOfForce } from './bind-grant.ts';
import type { Ask, Grant } from './grant.ts';
import type { Policy } from './policy.ts';

const KEPT_GRANTS = 1_000;

interface KeptGrant {
  readonly grant: Grant;
  readonly fromMs: number;
  readonly untilMs: number;
}

const kept = new WeakMap<Policy, BoundedCache<string, KeptGrant>>();

/**
 * {@link bindGrant}, spared while the same ask comes again and no agreement of its class begins or ends. An ask with a
 * case is bound anew, since cases are many.
 */
export function recallGrant(policy: Policy, ask: Ask, nowMs: number): Grant {
  if (ask.caseReference !== null) return bindGrant(policy, ask, nowMs);
  let grants = kept.get(policy);
  if (grants === undefined) kept.set(policy, (grants = new BoundedCache(KEPT_GRANTS)));
  const key = JSON.stringify([ask.agency, ask.role, ask.purpose, ask.breakGlass]);
  const known = grants.find(key);
  if (known !== undefined && known.fromMs <= nowMs && nowMs < known.untilMs) return known.grant;
  const changes = listChangesOfForce(policy, ask);
  return grants.keep(key, {
    grant: bindGrant(policy, ask, nowMs),
    fromMs: Math.max(-Infinity, ...changes.filter((changeMs) => changeMs <= nowMs)),
    untilMs: Math.min(Infinity, ...changes.filter((changeMs) => changeMs > nowMs)),
  }).grant;
}
