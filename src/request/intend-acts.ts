import type { Account } from './account.ts';
import { listActs } from './list-acts.ts';
import { listCharges } from './meter/list-charges.ts';
import { spendCharges } from './meter/spend-charges.ts';
import type { RequestPorts } from './ports.ts';
import { recordIntent } from './record-intent.ts';
import type { AnnouncedPlan, IntendedPlan } from './stages.ts';

/**
 * Charges the acts of an operation to the limits of their clauses, and writes them into the log as intended, durably and
 * before any agency is asked: no record, no act. A crash after this leaves an intent without an answer, never the reverse;
 * docs/decisions/0009 says what is known then. An operation that changes nothing passes as it is.
 *
 * Throws BUDGET_SPENT, or AUDIT_UNAVAILABLE: then nothing was done.
 */
export async function intendActs(
  plan: AnnouncedPlan,
  account: Account,
  ports: RequestPorts,
): Promise<IntendedPlan> {
  const acts = listActs(account);
  if (acts.length > 0) {
    const { grant, edition } = plan.bound;
    const { catalogue } = edition.policy;
    const none = { uses: [], data: null, subjects: new Map(), countInputs: () => new Map<string, number>() };
    const charges = listCharges({ grant, catalogue, selected: acts, ...none });
    await spendCharges(
      charges.filter(({ measure }) => measure === 'USES'),
      plan.bound,
      account,
      ports,
    );
    await recordIntent(account, ports);
  }
  return plan as unknown as IntendedPlan;
}
