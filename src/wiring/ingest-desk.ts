import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LukouError, systemClock } from '../base/index.ts';
import type { Ingest } from '../cli/index.ts';
import {
  type Adapter,
  ingestFile,
  type IngestProgress,
  ingestRelease,
  readAdapter,
} from '../ingest/index.ts';
import { createIngestStore, loadSecret } from '../storage/index.ts';
import type { DeskParts } from './desk-parts.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { createIngestLog } from './ingest-log.ts';
import { openOperatorLog, operatorPlaceOf } from './open-log.ts';
import { readSigners } from './release-signers.ts';

const ADAPTERS = join(import.meta.dirname, '..', '..', 'adapters');

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

/** A shipped adapter by its name, or an adapter file by its path. */
async function findAdapter(name: string): Promise<Adapter> {
  const shipped = /^[a-z0-9-]+$/.test(name);
  const path = shipped ? join(ADAPTERS, `${name}.yaml`) : name;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const advice = shipped ? 'docs/ingest.md lists the shipped ones.' : 'Give the path of an adapter file.';
    throw new LukouError('ADAPTER_INVALID', `There is no adapter ${name}. ${advice}`, { cause });
  });
  return readAdapter(text, basename(path));
}
