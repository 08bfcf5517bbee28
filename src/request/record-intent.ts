import { type Account, entryOf } from './account.ts';
import type { RequestPorts } from './ports.ts';
import { hashVariables } from './record-answer.ts';

/**
 * Writes down, durably, what is about to be done for somebody and has no answer yet.
 *
 * @throws LukouError AUDIT_UNAVAILABLE: then it must not be done.
 */
export async function recordIntent(account: Account, ports: RequestPorts): Promise<void> {
  const nothing = { status: 0, sha256: '', bytes: 0 };
  const entry = entryOf(account, nothing, hashVariables(account, ports.variablesKey));
  await ports.audit.record({ ...entry, stage: 'INTENT' });
}
