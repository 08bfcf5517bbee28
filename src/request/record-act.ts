import { type AuditLog, type OperatorAct, operatorEntry, type Receipt } from '../audit/index.ts';
import type { FeederPrincipal, VouchedPrincipal } from '../identity/index.ts';

/** What somebody did who answers for data, the case that it is about, and from where; without it, at this machine. */
interface PersonsAct extends OperatorAct {
  readonly caseReference?: string;
  readonly ip?: string;
}

/**
 * Records an act under the name of who did it.
 *
 * @throws LukouError AUDIT_UNAVAILABLE.
 */
export function recordAct(
  person: Pick<VouchedPrincipal | FeederPrincipal, 'pseudonym' | 'agency' | 'role' | 'authMethod'>,
  { caseReference, ip, ...act }: PersonsAct,
  log: Pick<AuditLog, 'record'>,
): Promise<Receipt> {
  const { pseudonym, agency, role, authMethod: auth } = person;
  const entry = operatorEntry(act);
  const purpose = { ...entry.purpose, caseReference: caseReference ?? null };
  const source = ip === undefined ? entry.source : { ip };
  return log.record({ ...entry, actor: { pseudonym, agency, role, auth }, source, purpose });
}
