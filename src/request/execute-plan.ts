import { ERRORS, LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { listDenials, listPointers } from './disclosure.ts';
import type { OperationError, RequestPorts } from './ports.ts';
import type { AnnouncedPlan, Result } from './stages.ts';
import { withholdUnmasked } from './withhold-unmasked.ts';

/**
 * Fetches from the agencies, each of which masks at its own edge, and joins. What should be masked and is not, is taken
 * out.
 */
export async function executePlan(
  plan: AnnouncedPlan,
  account: Account,
  ports: RequestPorts,
): Promise<Result> {
  const { bound, planned } = plan;
  const { requestId, headers } = account.arrival;
  const caller = {
    grant: bound.grant,
    requestId,
    nowMs: bound.nowMs,
    traceparent: headers.get('traceparent'),
  };
  const { data, errors, rows, subjects, pointers } = await planned.execute(caller);
  const faults = withholdUnmasked(data, planned.selected).map(({ path, coordinate }) => {
    ports.onFault(requestId, new LukouError('SUBGRAPH_FAULT', `${coordinate} came without its mask.`));
    return { message: ERRORS.SUBGRAPH_FAULT.text, path, extensions: { code: 'SUBGRAPH_FAULT' } };
  });
  const all = [...errors, ...faults];
  account.rows = rows;
  account.disclosures = [...account.disclosures, ...listPointers(pointers, planned.selected, bound.grant)];
  account.code = codeOf(all) ?? account.code;
  const told = [...listDenials(account.disclosures), ...all];
  return { data, errors: told, subjects, plan } as unknown as Result;
}

/** What went wrong first. The rest of the answer may be whole; the record says both. */
function codeOf(errors: readonly OperationError[]): string | undefined {
  const code = errors[0]?.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}
