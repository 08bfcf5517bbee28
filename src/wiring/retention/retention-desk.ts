import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { operatorEntry } from '../../audit/index.ts';
import { LukouError, systemClock, uuidV7 } from '../../base/index.ts';
import type { RetentionActions } from '../../cli/index.ts';
import type { Config } from '../../config.ts';
import { approveErasingDetail, approvePrune, endHold, placeHold } from '../../request/index.ts';
import {
  createErasureDesk,
  createLogReader,
  createRetentionDesk,
  type Database,
} from '../../storage/index.ts';
import type { DeskParts } from '../desk-parts.ts';
import { openForPerson } from '../open-for-person.ts';
import { logFolderOf, openLog, openOperatorLog, operatorPlaceOf } from '../open-log.ts';
import { openServingDatabase } from '../open-serving-database.ts';
import { pruneOwnLog, retentionOf } from './open-pruning.ts';

/** What is kept of the log, what goes, and how a log ends. */
export function openRetentionDesk(parts: DeskParts): RetentionActions {
  const { readConfig, onMessage } = parts;

  async function approveAndLook(
    approve: typeof approvePrune,
    { by, ...asked }: Parameters<RetentionActions['prune']>[0],
  ) {
    await using opened = await openForPerson(by, parts);
    const approved = await approve(opened.principal, asked, keepingPortsOf(opened));
    // The log of operators' commands has no process of its own that would do it later.
    const { config, database, place, log } = opened;
    await pruneOwnLog(log, place.log, { config, database, clock: systemClock, onMessage });
    return approved;
  }

  return {
    prune: (asked) => approveAndLook(approvePrune, asked),
    eraseDetail: (asked) => approveAndLook(approveErasingDetail, asked),
    async hold({ by, ...asked }) {
      await using opened = await openForPerson(by, parts);
      return await placeHold(opened.principal, asked, keepingPortsOf(opened));
    },
    async endHold({ by, id }) {
      await using opened = await openForPerson(by, parts);
      await endHold(opened.principal, id, keepingPortsOf(opened));
    },
    async closeLog(log) {
      const config = readConfig();
      // Taken as a gateway takes it: a log is closed while nobody writes it.
      const database = await openServingDatabase(config, onMessage);
      try {
        await closeLog(log, config, database, onMessage);
      } finally {
        await database.close();
      }
    },
  };
}

/** What decisions about keeping need, on what a person at a terminal has opened. */
export const keepingPortsOf = ({
  config,
  database,
  log,
}: Pick<Awaited<ReturnType<typeof openForPerson>>, 'config' | 'database' | 'log'>) => ({
  desk: createRetentionDesk(database.log),
  erasures: createErasureDesk(database.log),
  retention: retentionOf(config),
  log,
  clock: systemClock,
});

async function closeLog(
  log: string,
  config: Config,
  database: Database,
  onMessage: (message: string) => void,
): Promise<void> {
  const folder = logFolderOf(config.LUKOU_DATA);
  const infos = await createLogReader(database.log).listLogs();
  if (!infos.some((info) => info.log === log) || !existsSync(join(folder, `${log}.key`)))
    throw new LukouError(
      'SETTING_INVALID',
      `There is no log ${log} whose key is in ${folder}. There are: ${infos.map((info) => info.log).join(', ')}.`,
    );
  const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage });
  if (log === place.log)
    throw new LukouError('SETTING_INVALID', `${log} is the log of operators’ commands, this one among them.`);
  const act = (name: string) =>
    operatorEntry({ name, documentSha256: null, requestId: uuidV7(systemClock.nowMs()) });
  const audit = await openLog({ ...place, log });
  try {
    await audit.record(act('end log'));
  } finally {
    await audit.close();
  }
  await createRetentionDesk(database.log).closeLog(log);
  await openOperatorLog(place).record(act(`close log ${audit.origin}`));
}
