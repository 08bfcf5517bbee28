import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  asOwner,
  createScopeSigner,
  embeddedLogins,
  migrateDatabase,
  startEmbedded,
} from '../../src/storage/index.ts';
import { announceCluster, TEMPLATE, TEST_SECRET, type TestCluster } from './cluster.ts';
import { running } from './running.ts';

/** Starts one database server for the whole run, with fsync off, and makes the migrated template. */
export default async function startCluster(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lukou-test-'));
  // As root the server runs as another account, which must pass through.
  chmodSync(dataFolder, 0o711);
  const server = await startEmbedded({
    dataFolder,
    forgetfulForTests: true,
    onMessage: (message) => console.warn(message),
  });
  running.stop = async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
    if (server.place !== dataFolder) rmSync(server.place, { recursive: true, force: true });
  };
  const { socketFolder, passwords } = server;
  try {
    await makeTemplate({ socketFolder, passwords });
  } catch (error) {
    await running.stop();
    throw error;
  }
  announceCluster({ socketFolder, passwords });
}

async function makeTemplate(cluster: TestCluster): Promise<void> {
  const admin = new Client({
    host: cluster.socketFolder,
    database: 'postgres',
    user: 'lukou_admin',
    password: cluster.passwords.lukou_admin,
  });
  await admin.connect();
  try {
    await admin.query(`create database ${TEMPLATE} owner lukou_owner`);
    const { owner } = embeddedLogins(cluster.socketFolder, cluster.passwords, TEMPLATE);
    const signer = createScopeSigner(TEST_SECRET);
    await asOwner(owner, (client) => migrateDatabase(client, signer, { sharedDatabase: false }));
    await admin.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  } finally {
    await admin.end();
  }
}
