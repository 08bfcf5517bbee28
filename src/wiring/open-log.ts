import { join } from 'node:path';
import {
  type AuditLog,
  deriveBehind,
  type LogFollower,
  openAuditLog,
  openFileSigner,
  prepareKeyRotation,
} from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import type { Config } from '../config.ts';
import { createDisclosureLogStore, createLogDeriver, type Database, holdLog } from '../storage/index.ts';

/** Which log a process writes, and where what signs it lies. */
export interface LogPlace {
  readonly database: Pick<Database, 'log'>;
  /** Outside the database: the files of its signer. */
  readonly folder: string;
  /** The log's name in the database: one a process. */
  readonly log: string;
  /** The first half of its name to the world. */
  readonly gatewayName: string;
  readonly clock: Clock;
  readonly onMessage: (message: string) => void;
}

/** What commands record with. */
export type OperatorLog = Pick<AuditLog, 'record'>;

/** Where a data folder keeps what signs its logs. */
export const logFolderOf = (dataFolder: string): string => join(dataFolder, 'log');

/** The log of a process that serves, by the settings. */
export function logNameOf({ LUKOU_LOG }: Config, otherwise: string): string {
  return LUKOU_LOG ?? otherwise;
}

/** A log's name to the world: `lukou.<gateway>/<log>`, in characters that a key's name may have. */
export function originOf({ gatewayName, log }: Pick<LogPlace, 'gatewayName' | 'log'>): string {
  return `lukou.${gatewayName.replaceAll(/[^A-Za-z0-9._-]/g, '-')}/${log}`;
}

/**
 * Opens the log of a process, for as long as it runs.
 *
 * @throws LukouError LOG_ROLLED_BACK, LOG_FORKED, LOG_ALTERED or LOG_SIGNER_LOST where it is not as it was left.
 */
export async function openLog(place: LogPlace, follower?: LogFollower): Promise<AuditLog> {
  const { database, folder, log, clock, onMessage } = place;
  const signer = await openFileSigner({ folder, log, origin: originOf(place) });
  try {
    return await openAuditLog({
      store: createDisclosureLogStore(database.log),
      keepsDetail: true,
      signer,
      log,
      clock,
      onMessage,
      follower,
    });
  } catch (error) {
    await signer.close();
    throw error;
  }
}

/**
 * Opens the log of a process that serves, and derives behind its commits what it is searched by.
 *
 * @throws LukouError as {@link openLog} does.
 */
export function openServingLog(place: LogPlace): Promise<AuditLog> {
  const { database, log, onMessage } = place;
  return openLog(place, deriveBehind({ deriver: createLogDeriver(database.log), log, onMessage }));
}

/**
 * The log of the commands of one data folder. They may run at the same time and beside a gateway, so each opens it for
 * one record.
 */
export function openOperatorLog(place: LogPlace): OperatorLog {
  return {
    record(entry) {
      return holdLog(place.database.log, place.log, async () => {
        const audit = await openLog(place);
        try {
          return await audit.record(entry);
        } finally {
          await audit.close();
        }
      });
    },
  };
}

/** The log of the commands on a gateway's data folder, by the settings. */
export function operatorPlaceOf(
  config: Config,
  rest: Pick<LogPlace, 'database' | 'clock' | 'onMessage'>,
): LogPlace {
  return {
    ...rest,
    folder: logFolderOf(config.LUKOU_DATA),
    log: `${logNameOf(config, 'gateway')}-operator`,
    gatewayName: config.LUKOU_GATEWAY_NAME,
  };
}

/**
 * Prepares a new key for a log of a data folder, the gateway's own unless another is named: it takes over when the log is
 * opened next.
 *
 * @throws LukouError SETTING_INVALID where the data folder has no key of such a log.
 */
export async function rotateLogKey(
  config: Config,
  log = logNameOf(config, 'gateway'),
): Promise<{ readonly origin: string }> {
  const origin = originOf({ gatewayName: config.LUKOU_GATEWAY_NAME, log });
  await prepareKeyRotation({ folder: logFolderOf(config.LUKOU_DATA), log, origin });
  return { origin };
}
