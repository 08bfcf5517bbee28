import type { DisclosureEntry } from '../../src/audit/index.ts';

/** What a partner's question about checkpoint passages leaves: six fields under one agreement, a case, two subjects. */
export function typicalEntry(count: number): DisclosureEntry {
  const rule = 'urn:agr:hlbe:traffic-police-to-justice-bureau:0002@1#p1';
  return {
    stage: 'RELEASE',
    actor: {
      pseudonym: 'p1_Wl8RZc0vQ3m1Yk5o2hJ7Aw',
      agency: 'AG-JUSTICE-BUREAU',
      role: 'partner',
      auth: 'jwt',
    },
    source: { ip: '192.0.2.7' },
    purpose: { code: 'MEDIATION', caseReference: 'M-2026-0107' },
    agreements: [{ uid: rule.slice(0, rule.indexOf('@')), version: 1, sha256: 'ab'.repeat(32) }],
    policyDigest: 'cd'.repeat(32),
    grantDigest: 'ef'.repeat(32),
    operation: { name: 'Passages', documentSha256: '12'.repeat(32), variablesHmac: '34'.repeat(32) },
    fields: [
      ['Checkpoint.id', 'allow', rule],
      ['Checkpoint.name', 'allow', rule],
      ['CheckpointPassage.passTime', 'mask:time.bucket', rule],
      ['CheckpointPassage.plateNo', 'mask:plate.region', rule],
      ['CheckpointPassage.vehicleType', 'allow', rule],
      ['Query.checkpointPassages', 'allow', rule],
    ],
    result: { rows: 20, bytes: 4_096, sha256: '56'.repeat(32), status: 200, code: 'OK' },
    subjects: ['s1_Wl8RZc0vQ3m1Yk5o2hJ7Aw', 's1_Yk5o2hJ7AwWl8RZc0vQ3m1'],
    recipient: { agency: 'AG-JUSTICE-BUREAU', system: null },
    maxSensitivity: 'SENSITIVE',
    divisions: ['1507'],
    traceparent: null,
    requestId: `0197a000-0000-7000-8000-${String(count).padStart(12, '0')}`,
  };
}
