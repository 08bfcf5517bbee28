import { PURPOSES, type Purpose, bindGrant } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import type { Edition, RequestPorts } from './ports.ts';
import type { BoundCaller, Caller } from './stages.ts';

// A plate or an identity number would put into the log what the log must not hold.
const PERSONAL = /^(?:\p{Script=Han}[A-Z][A-Z0-9·]{5,7}|\d{17}[\dX]|1\d{10})$/iu;

/** The form of a case number. Whether such a case is open is not known here. */
const CASE_REFERENCE = /^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕._/-]{2,63}$/u;

/**
 * For what purpose, and under which agreement of each provider. Everyone but the public must state a purpose; one
 * that is stated must be on the list.
 */
export function bindAgreements(
  caller: Caller,
  edition: Edition,
  account: Account,
  ports: RequestPorts,
): BoundCaller {
  const { role, agency } = caller.principal;
  const purpose = requirePurpose(account.arrival.headers.get('lukou-purpose'), role === 'public');
  account.purpose = purpose;
  const caseReference = requireCaseReference(account.arrival.headers.get('lukou-case'));
  account.caseReference = caseReference;
  const nowMs = ports.clock.nowMs();
  const grant = bindGrant(edition.policy, { agency, role, purpose, caseReference }, nowMs);
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

function requireCaseReference(stated: string | undefined): string | null {
  if (stated === undefined || stated === '') return null;
  // Headers arrive as Latin-1; a case number may hold Chinese, sent percent-encoded.
  const decoded = decodePercent(stated);
  if (decoded === null || !CASE_REFERENCE.test(decoded) || PERSONAL.test(decoded))
    throw new LukouError('CASE_REFERENCE_INVALID');
  return decoded;
}

function decodePercent(text: string): string | null {
  try {
    return decodeURIComponent(text).normalize('NFKC');
  } catch {
    return null;
  }
}
