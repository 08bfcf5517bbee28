import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/index.ts';
import {
  createIngestStore,
  type Database,
  listPublishedSources,
  openDatabase,
} from '../../src/storage/index.ts';
import { createIngestLog, loadSample, openLog } from '../../src/wiring/index.ts';
import { NO_INCIDENTS } from '../../test/world/incidents.ts';
import { EVERY_ROW } from '../bare-agencies.ts';

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
  const folder = await mkdtemp(join(tmpdir(), 'lukou-bench-log-'));
  const audit = await openLog({
    database,
    folder,
    log: 'dataset',
    gatewayName: 'bench',
    clock: systemClock,
    onMessage: () => undefined,
  });
  const ports = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(audit),
    incidents: NO_INCIDENTS,
    clock: systemClock,
  };
  await loadSample('small', await listPublishedSources(database.ingest), ports, () => undefined);
  await audit.close();
  await rm(folder, { recursive: true });
}
