import { type AuditLog, eraseApprovedDetail, pruneApproved, type Retention } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import {
  createErasureDesk,
  createLogReader,
  createRetentionDesk,
  type Database,
} from '../../storage/index.ts';
import { lookEvery, type Repetition } from '../edition/look-every.ts';

const LOOK_EVERY_MS = 60_000;

/** How long the settings keep records. */
export const retentionOf = ({ LUKOU_KEEP_DAYS, LUKOU_KEEP_SHARING_DAYS }: Config): Retention => ({
  keepDays: LUKOU_KEEP_DAYS,
  keepSharingDays: LUKOU_KEEP_SHARING_DAYS,
});

/** What pruning a process's own log needs. */
export interface PruningParts {
  readonly config: Config;
  readonly database: Pick<Database, 'log'>;
  readonly clock: Clock;
  readonly onMessage: (message: string) => void;
  readonly onFault: (requestId: string, error: unknown) => void;
}

/** Removes from a log what two people have approved, now: records, and detail of records. */
export async function pruneOwnLog(
  audit: Pick<AuditLog, 'record'>,
  log: string,
  { config, database, clock, onMessage }: Omit<PruningParts, 'onFault'>,
): Promise<void> {
  const parts = { log, audit, retention: retentionOf(config), clock, onMessage };
  const [reader, desk] = [createLogReader(database.log), createRetentionDesk(database.log)];
  await pruneApproved({ ...parts, reader, desk });
  await eraseApprovedDetail({ ...parts, desk: createErasureDesk(database.log) });
}

/** Has a process prune its own log, each minute, of what two people have approved. */
export function openPruning(audit: AuditLog, parts: PruningParts): Repetition {
  return lookEvery(
    LOOK_EVERY_MS,
    () => pruneOwnLog(audit, audit.log, parts),
    (error) => parts.onFault('none', error),
  );
}
