import { ERRORS, LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import { listActs } from './list-acts.ts';
import { listDenials, listPointers } from './disclosure.ts';
import type { FlowCaller, NumberedEvent, OperationError, RequestPorts } from './ports.ts';
import type { BoundCaller, IntendedPlan, Result } from './stages.ts';
import { withholdUnmasked } from './withhold-unmasked.ts';

/**
 * Fetches from the agencies, each of which masks at its own edge, and joins. What should be masked and is not, is taken
 * out.
 */
export async function executePlan(
  plan: IntendedPlan,
  account: Account,
  ports: RequestPorts,
  event?: NumberedEvent,
): Promise<Result> {
  const { bound, planned } = plan;
  const { requestId } = account.arrival;
  const asked = await planned.execute(callerOf(bound, account), event);
  const { data, errors, rows, subjects, pointers } = asked;
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

/** For whom the agencies are asked. */
export function callerOf({ grant, caller, nowMs }: BoundCaller, account: Account): FlowCaller {
  const { requestId, headers } = account.arrival;
  return {
    grant,
    session: caller.principal,
    requestId,
    nowMs,
    traceparent: headers.get('traceparent'),
    actor: listActs(account).length === 0 ? undefined : (caller.principal.pseudonym ?? undefined),
  };
}

/** What went wrong first. The rest of the answer may be whole; the record says both. */
function codeOf(errors: readonly OperationError[]): string | undefined {
  const code = errors[0]?.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}
