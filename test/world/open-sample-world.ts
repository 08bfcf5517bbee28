import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stoppedClock } from '../../src/base/index.ts';
import { asOwner, createIngestStore, listPublishedSources } from '../../src/storage/index.ts';
import { createIngestLog, loadSample, openLog } from '../../src/wiring/index.ts';
import { NO_INCIDENTS } from './incidents.ts';
import { requireCluster } from '../postgres/cluster.ts';
import { createTestDatabase, type TestDatabase } from '../postgres/database.ts';
import { openWorld, type World, type WorldParts, WORLD_NOW } from './open-world.ts';

const SAMPLE_DATABASE = 'lukou_sample';
const LOCK = 7_070_156;

/** Opens a world over a copy of the small sample. */
export async function openSampleWorld(
  settings: Record<string, string> = {},
  parts: WorldParts = {},
): Promise<World> {
  return openWorld(await copySample(), settings, parts);
}

/** A copy of the small sample, which the first test that wants it makes for the whole run. */
export async function copySample(): Promise<TestDatabase> {
  await makeSampleOnce();
  return createTestDatabase({ template: SAMPLE_DATABASE });
}

async function makeSampleOnce(): Promise<void> {
  const { socketFolder, passwords } = requireCluster();
  const admin = {
    host: socketFolder,
    database: 'postgres',
    user: 'lukou_admin',
    password: passwords.lukou_admin,
  };
  await asOwner(admin, async (client) => {
    // Held by the session: other workers wait here while one makes the sample.
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rows } = await client.query('select from pg_database where datname = $1', [SAMPLE_DATABASE]);
    if (rows.length > 0) return;
    const making = `${SAMPLE_DATABASE}_in_making`;
    await fillWithSample(making);
    await client.query(`alter database ${making} rename to ${SAMPLE_DATABASE}`);
  });
}

async function fillWithSample(name: string): Promise<void> {
  const database = await createTestDatabase({ name });
  const clock = stoppedClock(WORLD_NOW);
  const folder = await mkdtemp(join(tmpdir(), 'lukou-sample-log-'));
  const place = { database, folder, log: 'sample', gatewayName: 'lukou', clock, onMessage: () => undefined };
  const audit = await openLog(place);
  const ports = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(audit),
    incidents: NO_INCIDENTS,
    clock,
  };
  await loadSample('small', await listPublishedSources(database.ingest), ports, () => undefined);
  await audit.close();
  await rm(folder, { recursive: true });
  await Promise.all([database.app.end(), database.ingest.end(), database.log.end()]);
}
