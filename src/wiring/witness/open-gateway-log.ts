import type { AuditLog } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import { createLogReader, type Database } from '../../storage/index.ts';
import { logNameOf, openServingLog } from '../open-log.ts';
import { openGatewayWitnessing, requireWitnesses } from './open-gateway-witnessing.ts';

/** What a gateway's log is opened from. */
export interface GatewayLogParts {
  readonly config: Config;
  readonly database: Database;
  /** Outside the database: the files of the log's signer. */
  readonly logFolder: string;
  readonly clock: Clock;
}

/**
 * Opens a gateway's log, and has it witnessed where LUKOU_WITNESSES says by whom.
 *
 * @throws LukouError as `openLog` does, and SETTING_INVALID where the file of the witnesses is wrong.
 */
export async function openGatewayLog(
  { config, database, logFolder, clock }: GatewayLogParts,
  onMessage: (message: string) => void,
): Promise<AuditLog> {
  const log = logNameOf(config, 'gateway');
  const gatewayName = config.LUKOU_GATEWAY_NAME;
  const audit = await openServingLog({ database, folder: logFolder, log, gatewayName, clock, onMessage });
  if (config.LUKOU_WITNESSES === undefined) return audit;
  try {
    const witnessing = await openGatewayWitnessing({
      policyPath: config.LUKOU_WITNESSES,
      reader: createLogReader(database.log),
      folder: logFolder,
      log,
      gatewayName,
      clock,
      onMessage,
    });
    return requireWitnesses(audit, witnessing);
  } catch (error) {
    await audit.close();
    throw error;
  }
}
