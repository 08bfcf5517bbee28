import { type AuditLog, type OperatorAct, operatorEntry, type Receipt } from '../audit/index.ts';
import type { VouchedPrincipal } from '../identity/index.ts';

/** What somebody did who answers for data, and the case that it is about. */
interface PersonsAct extends OperatorAct {
  readonly caseReference?: string;
}

/**
 * Records an act under the name of who did it.
 *
 * @throws LukouError AUDIT_UNAVAILABLE.
 */
export function recordAct(
  person: Pick<VouchedPrincipal, 'pseudonym' | 'agency' | 'role' | 'authMethod'>,
  { caseReference, ...act }: PersonsAct,
  log: Pick<AuditLog, 'record'>,
): Promise<Receipt> {
  const { pseudonym, agency, role, authMethod: auth } = person;
  const entry = operatorEntry(act);
  const purpose = { ...entry.purpose, caseReference: caseReference ?? null };
  return log.record({ ...entry, actor: { pseudonym, agency, role, auth }, purpose });
}
