import { LukouError, dayOf } from '../base/index.ts';
import type { Account } from './account.ts';
import type { Charge } from './meter/budget-meter.ts';
import { endOfDay } from './meter/day.ts';
import { listCeilings } from './meter/list-ceilings.ts';
import { listCharges } from './meter/list-charges.ts';
import { requireRecordable } from './meter/require-recordable.ts';
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
  const answer = { grant, catalogue, selected: planned.selected, uses: account.uses, data };
  const budgets = listCharges({ ...answer, countInputs: () => planned.countInputs(), subjects });
  const ceilings = listCeilings({ ...answer, visitInputs: (visit) => planned.visitInputs(visit) });
  if (ceilings.exceeded.length > 0)
    throw new LukouError('CEILING_EXCEEDED', `The bound is ${ceilings.exceeded.join(', ')}.`);
  const charges = [...budgets, ...ceilings.charges];
  if (charges.length > 0) await spend(charges, result, account, ports);
  account.subjects = told;
  return { data, errors } as unknown as MeteredResult;
}

async function spend(
  charges: readonly Charge[],
  { plan: { bound } }: Result,
  { arrival, caseReference }: Account,
  { meter }: RequestPorts,
): Promise<void> {
  const { pseudonym, agency } = bound.caller.principal;
  const { ip, requestId } = arrival;
  const { nowMs } = bound;
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

const UNITS = {
  ROWS: 'rows',
  SUBJECTS: 'persons and vehicles',
  USES: 'uses',
  DIVISIONS: 'divisions',
  DAYS: 'days of data',
} as const;

function describeCharge({ agreement, version, clause, measure, allowed }: Charge): string {
  const place = clause === '' ? '' : `#${clause}`;
  return `${agreement}@${version}${place} (${allowed} ${UNITS[measure]} a day)`;
}
