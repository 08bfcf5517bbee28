import type { DisclosureEntry } from './record.ts';

/** What an operator did, or the log itself, as far as records of such acts differ. */
export interface OperatorAct {
  /** In words: "publish document". */
  readonly name: string;
  /** SHA-256 of what it was done to. */
  readonly documentSha256: string | null;
  readonly requestId: string;
  readonly agreements?: DisclosureEntry['agreements'];
  readonly policyDigest?: string;
  /** Where they are left out: no row, no bytes, no digest, OK. */
  readonly result?: Partial<DisclosureEntry['result']>;
}

/** The ADMIN record of an operator's act at this machine: nothing was asked and nothing disclosed. */
export function operatorEntry(act: OperatorAct): DisclosureEntry {
  const { name, documentSha256, requestId, agreements = [], policyDigest = null, result } = act;
  return {
    stage: 'ADMIN',
    actor: { pseudonym: 'operator', agency: null, role: 'operator', auth: 'local' },
    source: { ip: 'local' },
    purpose: { code: null, caseReference: null },
    agreements,
    policyDigest,
    grantDigest: null,
    operation: { name, documentSha256, variablesHmac: null },
    fields: [],
    result: { rows: 0, bytes: 0, sha256: '', status: 0, code: 'OK', ...result },
    subjects: [],
    recipient: { agency: null, system: null },
    maxSensitivity: null,
    divisions: null,
    traceparent: null,
    requestId,
  };
}
