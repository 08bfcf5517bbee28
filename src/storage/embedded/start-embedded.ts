import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LukouError } from '../../base/index.ts';
import { findServerAccount } from './account.ts';
import { choosePlace, requireReach, SYSTEM_FOLDER } from './choose-place.ts';
import { createDatabaseFolder } from './create-database-folder.ts';
import { createLoginRoles } from './create-login-roles.ts';
import { databaseFolder, findCredentials, makeCredentials, type LoginRole } from './credentials.ts';
import { findRunningServer } from './find-running-server.ts';
import { launchServer } from './launch-server.ts';
import { locateBinaries } from './locate-binaries.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';

/** How to start the embedded PostgreSQL. */
export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Told in whole sentences what the operator should know, such as where the data lies. */
  readonly onMessage: (message: string) => void;
  /** Tests only: fsync off. A server that answers for records must never run so. */
  readonly forgetfulForTests?: boolean;
  /** Where root keeps a database that its server could not reach in the data folder. */
  readonly systemFolder?: string;
  /** Folder of the package with PostgreSQL's programs; found by itself where it is left out. */
  readonly packageFolder?: string;
}

/** A running embedded PostgreSQL; it ends with this process at the latest. */
export interface EmbeddedServer {
  /** Folder of the Unix socket; the server listens nowhere else. */
  readonly socketFolder: string;
  /** Folder that holds the database. */
  readonly place: string;
  readonly pid: number;
  readonly passwords: Readonly<Record<LoginRole, string>>;
  /** Settles when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  /** Ends the server in order and returns when it is gone. */
  stop(): Promise<void>;
}

const PREDECESSOR_PATIENCE_MS = 10_000;

/**
 * Starts PostgreSQL on the data folder, making the database at the first start. The caller holds the folder's lock.
 * Throws DATABASE_UNSUITABLE with what to do, or DATA_FOLDER_IN_USE where an earlier server will not go.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { onMessage } = options;
  const dataFolder = prepareDataFolder(options.dataFolder);
  const known = findCredentials(dataFolder);
  const account = findServerAccount(databaseFolder(known?.place ?? dataFolder));
  const place =
    known?.place ?? choosePlace(dataFolder, account, onMessage, options.systemFolder ?? SYSTEM_FOLDER);
  if (known !== null) requireReach(place, account);
  const credentials = known ?? makeCredentials(dataFolder, place);
  const programs = locateBinaries(place, account, onMessage, options.packageFolder);
  const folder = databaseFolder(place);
  const durable = options.forgetfulForTests !== true;
  createDatabaseFolder({
    programs,
    folder,
    account,
    adminPassword: credentials.passwords.lukou_admin,
    durable,
  });
  await untilPredecessorIsGone(folder);
  const server = await launchServer({
    programs,
    folder,
    account,
    durable,
    onMessage,
    logFile: join(place, 'postgres.log'),
  });
  try {
    await createLoginRoles(server.socketFolder, credentials.passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, place, passwords: credentials.passwords };
}

/** After a killed gateway its server still writes what it had promised: wait for that. */
async function untilPredecessorIsGone(folder: string): Promise<void> {
  for (const untilMs = performance.now() + PREDECESSOR_PATIENCE_MS; ; await sleep(50)) {
    const pid = findRunningServer(folder);
    if (pid === null) return;
    if (performance.now() > untilMs) {
      throw new LukouError(
        'DATA_FOLDER_IN_USE',
        `The database in ${folder} is still served by process ${pid}, whose gateway is gone. End it with: kill -INT ${pid}`,
      );
    }
  }
}
