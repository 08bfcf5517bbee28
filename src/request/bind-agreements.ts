import { PURPOSES, type Purpose, recallGrant } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import type { Edition, RequestPorts } from './ports.ts';
import { requireCase } from './require-case.ts';
import type { BoundCaller, Caller } from './stages.ts';

/**
 * For what purpose and case, and under which agreement of each provider. Everyone but the public must state a purpose;
 * one that is stated must be on the list. A case that is stated must be open, whether or not an agreement asks for it.
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
  const nowMs = ports.clock.nowMs();
  const stated = account.arrival.headers.get('lukou-case');
  const caseReference = await requireCase({ stated, agency, purpose, nowMs }, ports.cases, account);
  const grant = recallGrant(edition.policy, { agency, role, purpose, caseReference }, nowMs);
  account.grant = grant;
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
