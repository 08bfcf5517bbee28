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

/** A grant that opens everything but the coordinates named: those are denied, or masked as said. */
export function grantBut(exceptions: Readonly<Record<string, 'deny' | MaskSpec>> = {}): Grant {
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

function decide(exception: 'deny' | MaskSpec | undefined): Decision {
  if (exception === undefined) return ALLOW;
  return exception === 'deny' ? DENY : { ...ALLOW, kind: 'mask', code: 'MASKED', mask: exception };
}
