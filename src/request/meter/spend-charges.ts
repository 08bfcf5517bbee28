import { dayOf, LukouError } from '../../base/index.ts';
import type { Account } from '../account.ts';
import type { RequestPorts } from '../ports.ts';
import type { BoundCaller } from '../stages.ts';
import type { Charge } from './budget-meter.ts';
import { endOfDay } from './day.ts';
import { MEASURE_WORDS } from './measure-words.ts';

/** Charges all of them, or none. Throws BUDGET_SPENT where one would be more than is allowed in a day. */
export async function spendCharges(
  charges: readonly Charge[],
  { caller, nowMs }: Pick<BoundCaller, 'caller' | 'nowMs'>,
  { arrival, caseReference }: Account,
  { meter }: RequestPorts,
): Promise<void> {
  if (charges.length === 0) return;
  const { pseudonym, agency } = caller.principal;
  const { ip, requestId } = arrival;
  const tooMuch = await meter.spend({
    charges,
    pseudonym,
    ip,
    agency,
    nowMs,
    day: dayOf(nowMs),
    requestId,
    caseReference,
  });
  if (tooMuch.length === 0) return;
  const words = tooMuch.map(describeCharge).join(', ');
  throw new LukouError('BUDGET_SPENT', `The bound is ${words}. The next day begins at ${endOfDay(nowMs)}.`);
}

function describeCharge({ agreement, version, clause, measure, allowed }: Charge): string {
  const place = clause === '' ? '' : `#${clause}`;
  return `${agreement}@${version}${place} (${allowed} ${MEASURE_WORDS[measure]} a day)`;
}
