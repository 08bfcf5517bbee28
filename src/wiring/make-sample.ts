import type { AuditLog } from '../audit/index.ts';
import { systemClock } from '../base/index.ts';
import type { Progress } from '../cli/index.ts';
import type { Config } from '../config.ts';
import type { DevelopmentIssuer } from '../identity/index.ts';
import type { SampleSizeName } from '../sample/index.ts';
import { type Database, createIngestStore, listPublishedSources } from '../storage/index.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { createIngestLog } from './ingest-log.ts';
import { loadSample } from './load-sample.ts';

/** The sample of a gateway: as the settings say, or else small where its callers are those of the sample. */
export function sampleSizeOf(
  { LUKOU_SAMPLE }: Config,
  developmentIssuer: DevelopmentIssuer | null,
): SampleSizeName | 'none' {
  return LUKOU_SAMPLE ?? (developmentIssuer === null ? 'none' : 'small');
}

/** Makes the sample that the settings ask for, and tells the terminal how far it is. */
export async function makeSample(
  size: SampleSizeName | 'none',
  {
    database,
    audit,
    secret,
  }: { readonly database: Database; readonly audit: AuditLog; readonly secret: Uint8Array },
  { tell, progress }: { readonly tell: (text: string) => void; readonly progress: Progress },
): Promise<void> {
  if (size === 'none') return;
  const ports = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(audit),
    incidents: openIncidentDesk({ database, secret, notify: openNotifier(undefined, tell).notify }),
    clock: systemClock,
  };
  const published = await listPublishedSources(database.ingest);
  const outcome = await loadSample(size, published, ports, (...step) => progress.update(...step));
  progress.finish();
  tell(`sample (${size}): ${outcome}`);
}
