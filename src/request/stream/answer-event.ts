import { LukouError } from '../../base/index.ts';
import type { Account } from '../account.ts';
import { announceBreakGlass } from '../announce-break-glass.ts';
import { bindAgreements } from '../bind-agreements.ts';
import { composeAnswer } from '../compose-answer.ts';
import { executePlan } from '../execute-plan.ts';
import { guardEgress } from '../guard-egress.ts';
import { intendActs } from '../intend-acts.ts';
import { meterResult } from '../meter-result.ts';
import { planOperation } from '../plan-operation.ts';
import type { NumberedEvent, OperationResult, RequestPorts } from '../ports.ts';
import { settle } from '../settle.ts';
import type { Answer, Caller } from '../stages.ts';
import type { OpenStream } from './open-stream.ts';
import { requireSameRows } from './same-rows.ts';

/**
 * What one event comes to for a caller: decided, fetched, masked, metered and guarded as any answer, by the agreements in
 * force now. Null where the row is none that the caller may see: then there was no event.
 */
export async function answerEvent(
  event: NumberedEvent,
  opened: Pick<OpenStream, 'rows'>,
  caller: Caller,
  account: Account,
  ports: RequestPorts,
): Promise<Answer | null> {
  account.principal = caller.principal;
  account.eventNumber = event.number;
  using edition = ports.takeEdition();
  const bound = await bindAgreements(caller, edition, account, ports);
  requireSameRows(bound.grant, opened.rows);
  let isVisible = true;
  const spoken = await edition.speakGraphql(account.arrival, bound.grant, (operation) =>
    settle(account, ports, async () => {
      const plan = planOperation(operation, bound, account);
      const announced = await announceBreakGlass(plan, account, ports);
      const intended = await intendActs(announced, account, ports);
      const result = await executePlan(intended, account, ports, event);
      isVisible = hasRow(result);
      if (!isVisible) return { data: null, errors: [] };
      const metered = await meterResult(result, account, ports);
      return guardEgress(metered, account, ports);
    }),
  );
  return isVisible ? composeAnswer(spoken, account, ports) : null;
}

/** Throws SUBGRAPH_FAULT where nobody can say: an event that is passed over would never come again. */
function hasRow({ data, errors }: OperationResult): boolean {
  if (Object.values(data ?? {}).some((value) => value !== null)) return true;
  if (errors.some(({ extensions }) => extensions['code'] !== 'UNAUTHORIZED_FIELD_OR_TYPE'))
    throw new LukouError('SUBGRAPH_FAULT');
  return false;
}

/**
 * Whether the agreements in force now still open the stream, and the same rows. Throws UNAUTHORIZED_FIELD_OR_TYPE,
 * EVENTS_FORGOTTEN, or why nothing is bound.
 */
export async function requireOpen(
  { coordinate, rows }: Pick<OpenStream, 'coordinate' | 'rows'>,
  caller: Caller,
  account: Account,
  ports: RequestPorts,
): Promise<void> {
  account.principal = caller.principal;
  using edition = ports.takeEdition();
  const { grant } = await bindAgreements(caller, edition, account, ports);
  if (grant.decide(coordinate).kind === 'deny') throw new LukouError('UNAUTHORIZED_FIELD_OR_TYPE');
  requireSameRows(grant, rows);
}
