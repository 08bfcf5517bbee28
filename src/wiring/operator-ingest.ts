import { systemClock } from '../base/index.ts';
import type { Config } from '../config.ts';
import type { IngestPorts } from '../ingest/index.ts';
import { createIngestStore, type Database, loadSecret } from '../storage/index.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { createIngestLog } from './ingest-log.ts';
import { openOperatorLog, operatorPlaceOf } from './open-log.ts';

/** What the ingest flow needs where an operator hands in, at a terminal. */
export function operatorIngestPorts(
  config: Config,
  { database, onMessage }: { readonly database: Database; readonly onMessage: (message: string) => void },
): IngestPorts {
  const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage });
  return {
    store: createIngestStore(database.ingest),
    log: createIngestLog(openOperatorLog(place)),
    incidents: openIncidentDesk({
      database,
      secret: loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET),
      notify: openNotifier(config.LUKOU_INCIDENT_WEBHOOK, onMessage).notify,
    }),
    clock: systemClock,
  };
}
