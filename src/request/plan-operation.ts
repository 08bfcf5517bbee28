import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { listDisclosures } from './disclosure.ts';
import type { InputUse, ValidOperation } from './ports.ts';
import type { BoundCaller, Plan } from './stages.ts';

/**
 * What may be fetched: every field and every argument is judged before anything is asked of an agency. A denied
 * field is pruned; a denied argument refuses the operation, since a filter on a hidden value tells the value.
 */
export function planOperation(operation: ValidOperation, bound: BoundCaller, account: Account): Plan {
  account.operation = operation;
  const { grant, edition } = bound;
  const planned = edition.federation.plan(operation, grant);
  account.selected = planned.selected;
  account.uses = planned.inputUses.flatMap((position) => decideUses(position, bound));
  const disclosures = listDisclosures(planned.selected, grant);
  account.disclosures = disclosures;
  for (const { position, decision } of account.uses) {
    if (decision.kind === 'deny')
      throw new LukouError('UNAUTHORIZED_ARGUMENT', `It is ${position} (${decision.code}).`);
  }
  const denied = disclosures.filter(({ decision }) => decision === 'deny');
  if (denied.length > 0 && isStrict(account.arrival.headers.get('lukou-strict'))) {
    const places = denied.map(({ path }) => path.join('.')).join(', ');
    throw new LukouError('STRICT_REFUSED', `Not granted: ${places}.`);
  }
  return { bound, operation, planned } as Plan;
}

function decideUses(position: string, { grant, edition }: BoundCaller): InputUse[] {
  const backings = edition.policy.catalogue.inputs.get(position) ?? [];
  return backings.map(({ use, coordinate }) => ({
    position,
    use,
    coordinate,
    decision: grant.decideUse(use, coordinate),
  }));
}

/** Whoever asks for all or nothing must not get less because of how it was spelt. */
function isStrict(header: string | undefined): boolean {
  const wish = header?.toLowerCase() ?? 'false';
  if (wish !== 'true' && wish !== 'false')
    throw new LukouError('BAD_REQUEST', 'The header lukou-strict is true or false.');
  return wish === 'true';
}
