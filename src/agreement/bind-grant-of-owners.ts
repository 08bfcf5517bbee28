import { bindGrant } from './bind-grant.ts';
import type { Ask, Decision, Grant } from './grant.ts';
import type { Policy } from './policy.ts';

const LEFT_TO_OTHERS: Decision = {
  kind: 'allow',
  mask: null,
  rule: 'others',
  code: 'GRANTED',
  agreementUid: null,
};

/**
 * What `ask` may do at `nowMs` as far as `owners` decide it, who may hold no agreements but their own. Two things of
 * other agencies come by their rows too, and whoever holds the others' agreements decides them: keys of others' types, which
 * joins are made by, and filters by others' fields. Every other field of others is denied here.
 */
export function bindGrantOfOwners(policy: Policy, owners: readonly string[], ask: Ask, nowMs: number): Grant {
  const grant = bindGrant(policy, ask, nowMs);
  const { byName } = policy.catalogue;
  const findOthers = (coordinate: string) => {
    const facts = byName.get(coordinate);
    return facts === undefined || owners.includes(facts.owner) ? undefined : facts;
  };
  return {
    ...grant,
    decide: (coordinate) => (findOthers(coordinate)?.isKey ? LEFT_TO_OTHERS : grant.decide(coordinate)),
    decideUse: (use, coordinate) =>
      findOthers(coordinate) === undefined ? grant.decideUse(use, coordinate) : LEFT_TO_OTHERS,
  };
}
