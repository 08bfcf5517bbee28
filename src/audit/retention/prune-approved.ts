import { type Clock, uuidV7 } from '../../base/index.ts';
import { restoreTree, rootOf } from '../../merkle/index.ts';
import type { AuditLog } from '../audit-log.ts';
import type { LogReader } from '../log-reader.ts';
import { operatorEntry } from '../operator-entry.ts';
import { pruningName } from './pruning-name.ts';
import type { Retention, RetentionDesk } from './retention.ts';

/** What {@link pruneApproved} needs. */
export interface PruneParts {
  readonly log: string;
  /** The writer of that very log: a log's beginning must be explained by the log itself. */
  readonly audit: Pick<AuditLog, 'record'>;
  readonly reader: LogReader;
  readonly desk: RetentionDesk;
  readonly retention: Retention;
  readonly clock: Clock;
  readonly onMessage: (message: string) => void;
}

/**
 * Removes what two people have approved, where nothing keeps it. The record comes first, with the root over what goes: a
 * crash in between leaves a record of a pruning that is still to be done.
 *
 * @throws LukouError AUDIT_UNAVAILABLE, STORAGE_FAULT.
 */
export async function pruneApproved(parts: PruneParts): Promise<void> {
  const { log, audit, reader, desk, retention, clock, onMessage } = parts;
  for (const toIndex of await desk.listApproved(log)) {
    const range = { log, toIndex };
    if ((await desk.whyNotPrunable(range, retention)) !== null) continue;
    const { frontier } = await restoreTree(toIndex, (level, from, to) =>
      reader.readHashes(log, level, from, to),
    );
    const boundary = rootOf(frontier);
    await audit.record(
      operatorEntry({
        name: pruningName(toIndex),
        documentSha256: boundary.toString('hex'),
        requestId: uuidV7(clock.nowMs()),
      }),
    );
    const removed = await desk.prune(range, retention, boundary);
    onMessage(`log ${log}: pruned to ${toIndex} by policy, ${removed} records.`);
  }
}
