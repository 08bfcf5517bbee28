import type { Receipt } from '../audit/index.ts';
import { type Account, entryOf } from './account.ts';
import type { RequestPorts } from './ports.ts';
import type { Answer } from './stages.ts';

/** Writes the record, durably. Throws AUDIT_UNAVAILABLE where it cannot: then nothing leaves. */
export function recordAnswer(answer: Answer, account: Account, ports: RequestPorts): Promise<Receipt> {
  const { status, sha256, json } = answer;
  return ports.audit.record(entryOf(account, { status, sha256, bytes: Buffer.byteLength(json) }));
}
