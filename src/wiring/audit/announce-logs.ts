import { type AuditLog, operatorEntry } from '../../audit/index.ts';
import { sha256Hex, uuidV7 } from '../../base/index.ts';
import { createLogReader, holdLog } from '../../storage/index.ts';
import { type LogPlace, openLog } from '../open-log.ts';

/**
 * Begins the logs of these names that are new, and records in the gateway's own log which others there are in the database:
 * one that is taken away later is then missed by whoever reads the gateway's. A crash on the way leaves a log without an
 * answer in it, which the next start records.
 *
 * @param place - of the gateway's own log.
 * @throws LukouError as `openLog` does, and AUDIT_UNAVAILABLE.
 */
export async function announceLogs(
  names: readonly string[],
  own: Pick<AuditLog, 'record'>,
  place: LogPlace,
): Promise<void> {
  const { database, clock } = place;
  const reader = createLogReader(database.log);
  const known = new Set((await reader.listLogs()).map(({ log }) => log));
  for (const log of names) {
    if (known.has(log)) continue;
    // An operator's command may be about to begin it too.
    await holdLog(database.log, log, async () => {
      const begun = await openLog({ ...place, log });
      await begun.close();
    });
  }
  for (const { log, origin, closedAt, keys } of await reader.listLogs()) {
    if (log === place.log || closedAt !== null) continue;
    const documentSha256 = sha256Hex(keys.at(-1)?.vkey ?? '');
    const requestId = uuidV7(clock.nowMs());
    await own.record(operatorEntry({ name: `open log ${origin}`, documentSha256, requestId }));
  }
}
