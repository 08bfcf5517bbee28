import type { Decision, Grant } from '../../../src/agreement/index.ts';
import type { MaskSpec } from '../../../src/masking/index.ts';

const AGREEMENT = 'urn:agr:test:0001';

const ALLOW: Decision = {
  kind: 'allow',
  mask: null,
  rule: `${AGREEMENT}@1#p1`,
  code: 'GRANTED',
  agreementUid: AGREEMENT,
};
const DENY: Decision = { kind: 'deny', mask: null, rule: 'default', code: 'NOT_GRANTED', agreementUid: null };

type Exception = 'deny' | 'pointer' | MaskSpec;

/** A grant that opens everything but the coordinates named: those are denied, pointed at, or masked as said. */
export function grantBut(exceptions: Readonly<Record<string, Exception>> = {}): Grant {
  return {
    digest: `test-grant ${JSON.stringify(exceptions)}`,
    policyDigest: 'test-policy',
    ask: { agency: 'AG-TEST', role: 'analyst', purpose: 'ROAD_SAFETY', caseReference: null },
    agreements: [],
    decide: (coordinate) => decide(exceptions[coordinate]),
    decideUse: () => ALLOW,
    scopes: new Map(),
  };
}

function decide(exception: Exception | undefined): Decision {
  if (exception === undefined) return ALLOW;
  if (exception === 'pointer')
    return { ...ALLOW, kind: 'pointer', code: 'POINTER', contact: { agency: 'AG-TEST', text: 'ask us' } };
  return exception === 'deny' ? DENY : { ...ALLOW, kind: 'mask', code: 'MASKED', mask: exception };
}
