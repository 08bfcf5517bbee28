import { PURPOSES, type Purpose, recallGrant } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import type { Edition, RequestPorts } from './ports.ts';
import { requireCase } from './require-case.ts';
import { readReason, requireGlass } from './require-glass.ts';
import type { BoundCaller, Caller } from './stages.ts';

/**
 * For what purpose and case, and under which agreement of each provider. Everyone but the public must state a purpose;
 * one that is stated must be on the list. A case that is stated must be open, whether or not an agreement asks for it.
 * Whoever breaks the glass has other agreements than usual, for a case and shortly after signing in.
 */
export async function bindAgreements(
  caller: Caller,
  edition: Edition,
  account: Account,
  ports: RequestPorts,
): Promise<BoundCaller> {
  const { role, agency } = caller.principal;
  const purpose = requirePurpose(account.arrival.headers.get('lukou-purpose'), role === 'public');
  account.purpose = purpose;
  const breakGlass = readReason(account.arrival.headers.get('lukou-break-glass'));
  account.breakGlass = breakGlass;
  const nowMs = ports.clock.nowMs();
  const stated = account.arrival.headers.get('lukou-case');
  const caseReference = await requireCase({ stated, agency, purpose, nowMs }, ports.cases, account);
  if (breakGlass !== null && caseReference === null) throw new LukouError('BREAK_GLASS_CASE_REQUIRED');
  const ask = { agency, role, purpose, caseReference, ...(breakGlass !== null && { breakGlass }) };
  const grant = recallGrant(edition.policy, ask, nowMs);
  if (breakGlass !== null) requireGlass(grant, caller.principal, nowMs);
  account.grant = grant;
  account.catalogue = edition.policy.catalogue;
  return { caller, edition, grant, nowMs } as BoundCaller;
}

function requirePurpose(stated: string | undefined, mayBeAbsent: boolean): Purpose | null {
  if (stated === undefined || stated === '') {
    if (mayBeAbsent) return null;
    throw new LukouError('PURPOSE_REQUIRED', `They are ${PURPOSES.join(', ')}.`);
  }
  const purpose = PURPOSES.find((known) => known === stated);
  if (purpose === undefined)
    throw new LukouError('PURPOSE_UNKNOWN', `The purposes are ${PURPOSES.join(', ')}.`);
  return purpose;
}
