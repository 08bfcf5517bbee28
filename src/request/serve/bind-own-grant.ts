import { LukouError } from '../../base/index.ts';
import type { VerifiedContext } from '../../identity/index.ts';
import type { AgencyPorts, OwnOperation } from './ports.ts';

/**
 * Decides again, from the agency's own agreements, at the instant that the gateway decided at. Throws
 * POLICY_VERSION_SKEW where the two hold different agreements or schemas: one of them would let out what the other does not.
 */
export function bindOwnGrant(
  { ask, actor, nowMs, requestId, policyDigest }: VerifiedContext,
  ports: AgencyPorts,
): OwnOperation['caller'] {
  const policy = ports.findPolicy();
  if (policyDigest !== policy.digest) throw new LukouError('POLICY_VERSION_SKEW');
  return { grant: policy.bindGrant(ask, nowMs), requestId, nowMs, actor };
}
