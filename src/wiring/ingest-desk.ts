import { basename } from 'node:path';
import { systemClock } from '../base/index.ts';
import type { Ingest } from '../cli/index.ts';
import { ingestFile, type IngestProgress, ingestRelease } from '../ingest/index.ts';
import { createIngestStore, loadSecret } from '../storage/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { findAdapter } from './find-adapter.ts';
import { createIngestLog } from './ingest-log.ts';
import { openOperatorLog, operatorPlaceOf } from './open-log.ts';
import { readSigners } from './release-signers.ts';

/** What an operator hands in: a file of an agency, or a release package. */
export function openIngestDesk({
  readConfig,
  joinDatabase,
  onMessage,
}: Omit<DeskParts, 'production'>): Ingest {
  return async ({ adapter: adapterName, path, release }, onProgress) => {
    const config = readConfig();
    const adapter = await findAdapter(adapterName);
    const signers =
      release === null ? null : await readSigners(release.signersPath ?? config.LUKOU_RELEASE_SIGNERS);
    await using database = await joinDatabase(config);
    const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage });
    const ports = {
      store: createIngestStore(database.ingest),
      log: createIngestLog(openOperatorLog(place)),
      incidents: openIncidentDesk({
        database,
        secret: loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET),
        notify: openNotifier(config.LUKOU_INCIDENT_WEBHOOK, onMessage).notify,
      }),
      clock: systemClock,
    };
    const order = {
      adapter,
      path,
      onProgress: ({ rowsRead, bytesRead, bytesTotal }: IngestProgress) =>
        onProgress(`${basename(path)}: ${rowsRead} rows`, bytesRead, bytesTotal ?? bytesRead),
    };
    return signers === null
      ? await ingestFile(order, ports)
      : await ingestRelease({ ...order, signers }, ports);
  };
}
