import { uuidV7 } from '../../base/index.ts';
import { operatorEntry } from '../operator-entry.ts';
import type { ErasureDesk } from './erasure.ts';
import type { PruneParts } from './prune-approved.ts';

/** What {@link eraseApprovedDetail} needs. */
export interface EraseParts extends Omit<PruneParts, 'desk' | 'reader'> {
  readonly desk: ErasureDesk;
}

/**
 * Erases the detail that two people have approved to go, where nothing keeps it. The record comes first: a crash in
 * between leaves a record of an erasure that is still to be done.
 *
 * @throws LukouError AUDIT_UNAVAILABLE, STORAGE_FAULT.
 */
export async function eraseApprovedDetail(parts: EraseParts): Promise<void> {
  const { log, audit, desk, retention, clock, onMessage } = parts;
  for (const toIndex of await desk.listApprovedDetail(log)) {
    const range = { log, toIndex };
    if ((await desk.whyDetailStays(range, retention)) !== null) continue;
    const requestId = uuidV7(clock.nowMs());
    await audit.record(
      operatorEntry({ name: `erase detail to ${toIndex}`, documentSha256: null, requestId }),
    );
    const erased = await desk.eraseDetail(range, retention);
    onMessage(`log ${log}: detail erased to ${toIndex} by policy, of ${erased} records.`);
  }
}
