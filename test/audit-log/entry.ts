import type { DisclosureEntry } from '../../src/audit/index.ts';

/** A disclosure of no field to nobody in particular, but for what a test says of it. */
export function entryWith(change: Partial<DisclosureEntry> = {}): DisclosureEntry {
  return {
    stage: 'RELEASE',
    actor: { pseudonym: 'public', agency: null, role: 'public', auth: 'none' },
    source: { ip: '192.0.2.7' },
    purpose: { code: null, caseReference: null },
    agreements: [],
    policyDigest: null,
    grantDigest: null,
    operation: { name: null, documentSha256: null, variablesHmac: null },
    fields: [],
    result: { rows: 0, bytes: 2, sha256: 'ab'.repeat(32), status: 200, code: 'OK' },
    subjects: [],
    recipient: { agency: null, system: null },
    maxSensitivity: null,
    divisions: null,
    traceparent: null,
    requestId: 'r',
    ...change,
  };
}
