import type { Purpose } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import type { CaseFile, CaseRegister } from './ports.ts';

// A plate or an identity number would put into the log what the log must not hold.
const PERSONAL = /^(?:\p{Script=Han}[A-Z][A-Z0-9·]{5,7}|\d{17}[\dX]|1\d{10})$/iu;

const CASE_REFERENCE = /^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕._/-]{2,63}$/u;

/** Who states a case, for what, and when. */
export interface CaseClaim {
  /** The header as it arrived. */
  readonly stated: string | undefined;
  /** The caller's agency; null for the public. */
  readonly agency: string | null;
  readonly purpose: Purpose | null;
  readonly nowMs: number;
}

/**
 * The case that a request states, as its agency registered it: open, and for this purpose. One answer for every
 * reason that it is not, since the difference would tell of other agencies' cases. Only a case that the register
 * knows is written down: an unknown one may be anything, also somebody's name.
 *
 * Throws CASE_REFERENCE_INVALID where it is no case number, CASE_REFERENCE_REFUSED where no such case is open.
 */
export async function requireCase(
  { stated, agency, purpose, nowMs }: CaseClaim,
  register: CaseRegister,
  account: Account,
): Promise<string | null> {
  if (stated === undefined || stated === '') return null;
  const reference = readReference(stated);
  const file = agency === null ? null : await register.find(agency, reference);
  if (file !== null) account.caseReference = reference;
  if (file === null || !isOpen(file, nowMs) || !file.purposes.some((served) => served === purpose))
    throw new LukouError('CASE_REFERENCE_REFUSED');
  return reference;
}

function isOpen({ openedAtMs, closedAtMs }: CaseFile, nowMs: number): boolean {
  return openedAtMs <= nowMs && (closedAtMs === null || nowMs < closedAtMs);
}

function readReference(stated: string): string {
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
