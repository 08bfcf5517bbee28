import { openAuditLog } from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import {
  createDisclosureLogStore,
  createIngestStore,
  type Database,
  listPublishedSources,
  openDatabase,
} from '../../src/storage/index.ts';
import { createIngestLog, loadSample } from '../../src/wiring/index.ts';

const EVERY_ROW = { divisions: [''], notBefore: null, withheldUsages: [] };

/** The row scope of peers that know no agreements: everything. */
export const EVERY_ROW_SCOPE = Object.fromEntries(
  [
    'Checkpoint',
    'CheckpointPassage',
    'Violation',
    'Gantry',
    'GantryPassage',
    'MediationCase',
    'DetentionMediation',
    'DisputeWarning',
  ].map((type) => [type, EVERY_ROW]),
);

/** The embedded database of a folder, joined where another process serves it. */
export function openDataset(dataFolder: string, mode: 'serve' | 'join' = 'join'): Promise<Database> {
  return openDatabase({ dataFolder, mode, onMessage: (message) => console.error(message) });
}

/** Makes the small sample in an open database. */
export async function fillDataset(database: Database): Promise<void> {
  const audit = openAuditLog(createDisclosureLogStore(database.log), systemClock);
  const ports = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(audit),
    clock: systemClock,
  };
  await loadSample('small', await listPublishedSources(database.ingest), ports, () => undefined);
  await audit.close();
}
