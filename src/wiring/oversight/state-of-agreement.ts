import { agreementName, type Policy } from '../../agreement/index.ts';
import type { AgreementRow, AgreementState } from '../../storage/index.ts';

/** What a version of an agreement is at an instant, as schema/oversight.graphql names it. */
export function stateOfAgreement(agreement: AgreementRow, policy: Policy, nowMs: number): AgreementState {
  const name = agreementName(agreement);
  const isLoaded = policy.agreements.some((loaded) => agreementName(loaded) === name);
  if (!isLoaded) return agreement.version < agreement.newestVersion ? 'SUPERSEDED' : 'WITHDRAWN';
  if (nowMs >= Date.parse(agreement.validUntil)) return 'EXPIRED';
  if (nowMs >= (policy.suspensions.get(name)?.fromMs ?? Number.POSITIVE_INFINITY)) return 'SUSPENDED';
  return nowMs < Date.parse(agreement.validFrom) ? 'NOT_YET' : 'IN_FORCE';
}
