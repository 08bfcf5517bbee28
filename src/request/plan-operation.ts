import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { listDisclosures } from './disclosure.ts';
import type { RequestPorts, ValidOperation } from './ports.ts';
import type { BoundCaller, Plan } from './stages.ts';

/**
 * What may be fetched: every field and every argument is judged before anything is asked of an agency. A denied
 * field is pruned; a denied argument refuses the operation, since a filter on a hidden value tells the value.
 */
export function planOperation(
  operation: ValidOperation,
  bound: BoundCaller,
  account: Account,
  ports: RequestPorts,
): Plan {
  account.operation = operation;
  const { grant } = bound;
  const planned = ports.federation.plan(operation, grant);
  account.selected = planned.selected;
  for (const position of planned.inputUses) requireUse(position, bound);
  const disclosures = listDisclosures(planned.selected, grant);
  account.disclosures = disclosures;
  const denied = disclosures.filter(({ decision }) => decision === 'deny');
  if (denied.length > 0 && account.arrival.headers.get('lukou-strict') === 'true') {
    throw new LukouError(
      'STRICT_REFUSED',
      `Not granted: ${denied.map(({ path }) => path.join('.')).join(', ')}.`,
    );
  }
  return { bound, operation, planned } as Plan;
}

function requireUse(position: string, { grant, policy }: BoundCaller): void {
  for (const { use, coordinate } of policy.catalogue.inputs.get(position) ?? []) {
    const { kind, code } = grant.decideUse(use, coordinate);
    if (kind === 'deny') throw new LukouError('UNAUTHORIZED_ARGUMENT', `It is ${position} (${code}).`);
  }
}
