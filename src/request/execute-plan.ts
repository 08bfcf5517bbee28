import { ERRORS, LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { listDenials } from './disclosure.ts';
import type { OperationError, RequestPorts } from './ports.ts';
import type { Plan, Result } from './stages.ts';
import { withholdUnmasked } from './withhold-unmasked.ts';

/**
 * Fetches from the agencies, each of which masks at its own edge, and joins. What should be masked and is not, is taken
 * out.
 */
export async function executePlan(plan: Plan, account: Account, ports: RequestPorts): Promise<Result> {
  const { bound, planned } = plan;
  const { requestId, headers } = account.arrival;
  const caller = {
    grant: bound.grant,
    requestId,
    nowMs: bound.nowMs,
    traceparent: headers.get('traceparent'),
  };
  const { data, errors, rows } = await planned.execute(caller);
  const faults = withholdUnmasked(data, planned.selected).map(({ path, coordinate }) => {
    ports.onFault(requestId, new LukouError('SUBGRAPH_FAULT', `${coordinate} came without its mask.`));
    return { message: ERRORS.SUBGRAPH_FAULT.text, path, extensions: { code: 'SUBGRAPH_FAULT' } };
  });
  const all = [...errors, ...faults];
  account.rows = rows;
  account.code = codeOf(all) ?? account.code;
  return { data, errors: [...listDenials(account.disclosures), ...all], plan } as unknown as Result;
}

/** What went wrong first. The rest of the answer may be whole; the record says both. */
function codeOf(errors: readonly OperationError[]): string | undefined {
  const code = errors[0]?.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}
