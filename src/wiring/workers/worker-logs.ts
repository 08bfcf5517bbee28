import { LukouError } from '../../base/index.ts';

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
