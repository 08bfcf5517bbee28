import { operatorEntry } from '../../audit/index.ts';
import { systemClock, uuidV7 } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../storage/index.ts';
import { openOperatorLog, operatorPlaceOf } from '../open-log.ts';

/**
 * Records that an operator reads the log, before anything of it is shown.
 *
 * @param name - what is done, as the record names it: "tail disclosure log".
 * @throws LukouError AUDIT_UNAVAILABLE: then nothing may be shown.
 */
export async function recordReading(
  name: string,
  config: Config,
  { database, onMessage }: { readonly database: Database; readonly onMessage: (message: string) => void },
): Promise<void> {
  const log = openOperatorLog(operatorPlaceOf(config, { database, clock: systemClock, onMessage }));
  await log.record(operatorEntry({ name, documentSha256: null, requestId: uuidV7(systemClock.nowMs()) }));
}
