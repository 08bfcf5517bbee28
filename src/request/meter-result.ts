import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { listActs } from './list-acts.ts';
import { listCeilings } from './meter/list-ceilings.ts';
import { listCharges } from './meter/list-charges.ts';
import { requireRecordable } from './meter/require-recordable.ts';
import { spendCharges } from './meter/spend-charges.ts';
import type { RequestPorts } from './ports.ts';
import type { MeteredResult, Result } from './stages.ts';

/**
 * Charges the answer to the budgets and limits of the agreements behind it, or refuses it whole. Before it leaves and
 * before it is recorded: where recording fails, what was spent stays spent, which is the safe side.
 *
 * Throws BUDGET_SPENT where it would be more than one of them allows in a day, CEILING_EXCEEDED where it gathers more than
 * one of them allows at once, LIMIT_RECORD where it tells about more persons and
 * vehicles than a record can name: then it cost nothing.
 */
export async function meterResult(
  result: Result,
  account: Account,
  ports: RequestPorts,
): Promise<MeteredResult> {
  const { data, errors, subjects, plan } = result;
  const { bound, planned } = plan;
  const told = requireRecordable(subjects);
  const { grant, edition } = bound;
  const { catalogue } = edition.policy;
  // What acts cost was charged before they were done; they answer no rows.
  const acts = listActs(account);
  const selected =
    acts.length === 0 ? planned.selected : planned.selected.filter((field) => !acts.includes(field));
  const answer = { grant, catalogue, selected, uses: account.uses, data };
  const budgets = listCharges({ ...answer, countInputs: () => planned.countInputs(), subjects });
  const ceilings = listCeilings({ ...answer, visitInputs: (visit) => planned.visitInputs(visit) });
  if (ceilings.exceeded.length > 0)
    throw new LukouError('CEILING_EXCEEDED', `The bound is ${ceilings.exceeded.join(', ')}.`);
  await spendCharges([...budgets, ...ceilings.charges], bound, account, ports);
  account.subjects = told;
  return { data, errors } as unknown as MeteredResult;
}
