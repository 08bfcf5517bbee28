import { systemClock } from '../base/index.ts';
import type { Raise } from '../cli/index.ts';
import { raiseWarnings } from '../ingest/index.ts';
import { createIngestStore, createWarningDesk, loadSecret } from '../storage/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { createIngestLog } from './ingest-log.ts';
import { openOperatorLog, operatorPlaceOf } from './open-log.ts';
import { readModelFile } from './read-model-file.ts';

/** Scores the calls in the gateway's database, and pushes the warnings that they give reason for. */
export function openRaiseDesk({ readConfig, joinDatabase, onMessage }: Omit<DeskParts, 'production'>): Raise {
  return async ({ model: modelName, atMs, push }) => {
    const config = readConfig();
    const model = await readModelFile(modelName);
    await using database = await joinDatabase(config);
    const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage });
    // Awaited here: the database is closed on the way out.
    return await raiseWarnings(
      { model, atMs: atMs ?? systemClock.nowMs(), push },
      createWarningDesk(database.ingest),
      {
        store: createIngestStore(database.ingest),
        log: createIngestLog(openOperatorLog(place)),
        incidents: openIncidentDesk({
          database,
          secret: loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET),
          notify: openNotifier(config.LUKOU_INCIDENT_WEBHOOK, onMessage).notify,
        }),
        clock: systemClock,
      },
    );
  };
}
