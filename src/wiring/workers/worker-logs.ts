import { type AuditLog, type LogReader, operatorEntry } from '../../audit/index.ts';
import { type Clock, LukouError, sha256Hex, uuidV7 } from '../../base/index.ts';
import { type LogPlace, openLog, originOf } from '../open-log.ts';

// With its number a worker's log must still have a name that a log may have.
const LONGEST_FIRST_HALF = 47;

/**
 * Names of the logs that so many workers write: the gateway's log and a number, leaving out logs that were closed for
 * good.
 *
 * @throws LukouError SETTING_INVALID where the gateway's own log has too long a name for that.
 */
export function nameWorkerLogs(
  own: string,
  count: number,
  logs: readonly { readonly log: string; readonly closedAt: string | null }[],
): readonly string[] {
  if (own.length > LONGEST_FIRST_HALF)
    throw new LukouError(
      'SETTING_INVALID',
      `LUKOU_LOG: with --workers, write ${LONGEST_FIRST_HALF} characters at most.`,
    );
  const closed = new Set(logs.flatMap(({ log, closedAt }) => (closedAt === null ? [] : [log])));
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1)
    if (!closed.has(`${own}-${number}`)) names.push(`${own}-${number}`);
  return names;
}

/** What {@link openWorkerLogs} needs: the place of the gateway's own log, and that log. */
export interface WorkerLogParts {
  readonly place: LogPlace;
  readonly reader: LogReader;
  readonly own: AuditLog;
  readonly clock: Clock;
}

/**
 * Begins the workers' logs that are new, and records in the gateway's own log that these, and the one of operators'
 * commands, are to be there. A log that is taken away later is then missed by whoever reads the others. A crash on the
 * way leaves a log without an answer in it, which the next start records.
 */
export async function openWorkerLogs(names: readonly string[], parts: WorkerLogParts): Promise<void> {
  const { place, reader, own, clock } = parts;
  const known = new Set((await reader.listLogs()).map(({ log }) => log));
  for (const log of names) {
    if (known.has(log)) continue;
    const begun = await openLog({ ...place, log });
    await begun.close();
  }
  const expected = new Set([...names, `${place.log}-operator`]);
  for (const { log, closedAt, keys } of await reader.listLogs()) {
    if (!expected.has(log) || closedAt !== null) continue;
    const name = `open log ${originOf({ ...place, log })}`;
    const documentSha256 = sha256Hex(keys.at(-1)?.vkey ?? '');
    await own.record(operatorEntry({ name, documentSha256, requestId: uuidV7(clock.nowMs()) }));
  }
}
