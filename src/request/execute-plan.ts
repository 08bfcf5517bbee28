import type { Account } from './account.ts';
import { listDenials } from './disclosure.ts';
import type { OperationError } from './ports.ts';
import type { Plan, Result } from './stages.ts';

/** Fetches from the agencies, each of which masks at its own edge, and joins. */
export async function executePlan(plan: Plan, account: Account): Promise<Result> {
  const { bound, planned } = plan;
  const { requestId, headers } = account.arrival;
  const caller = {
    grant: bound.grant,
    requestId,
    nowMs: bound.nowMs,
    traceparent: headers.get('traceparent'),
  };
  const { data, errors, rows } = await planned.execute(caller);
  account.rows = rows;
  account.code = codeOf(errors) ?? account.code;
  return { data, errors: [...listDenials(account.disclosures), ...errors], plan } as unknown as Result;
}

/** What went wrong first. The rest of the answer may be whole; the record says both. */
function codeOf(errors: readonly OperationError[]): string | undefined {
  const code = errors[0]?.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}
