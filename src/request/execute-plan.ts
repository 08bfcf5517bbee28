import type { Account } from './account.ts';
import { listDenials } from './disclosure.ts';
import type { Plan, Result } from './stages.ts';

/** Fetches from the agencies, each of which masks at its own edge, and joins. */
export async function executePlan(plan: Plan, account: Account): Promise<Result> {
  const { bound, planned } = plan;
  const caller = { grant: bound.grant, requestId: account.arrival.requestId, nowMs: bound.nowMs };
  const { data, errors, rows } = await planned.execute(caller);
  account.rows = rows;
  return { data, errors: [...listDenials(account.disclosures), ...errors], plan } as unknown as Result;
}
