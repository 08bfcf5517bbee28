import type { Receipt } from '../audit/index.ts';
import { type Account, entryOf } from './account.ts';
import type { RequestPorts } from './ports.ts';
import type { Answer } from './stages.ts';

/** Writes the record, durably. Throws AUDIT_UNAVAILABLE where it cannot: then nothing leaves. */
export async function recordAnswer(answer: Answer, account: Account, ports: RequestPorts): Promise<Receipt> {
  const { status, sha256, bytes } = answer;
  try {
    return await ports.audit.record(entryOf(account, { status, sha256, bytes }));
  } catch (error) {
    ports.onFault(account.arrival.requestId, error);
    throw error;
  }
}
