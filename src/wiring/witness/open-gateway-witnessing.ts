import { join } from 'node:path';
import type { AuditLog, LogReader } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import {
  openWitnessing,
  type WitnessPolicy,
  witnessPolicySchema,
  type Witnessing,
} from '../../witness/index.ts';
import { originOf } from '../open-log.ts';
import { readSettingFile } from '../read-setting-file.ts';

/** The file beside a log's key in which a gateway keeps what its witnesses have cosigned. */
export const witnessedPathOf = (folder: string, log: string): string => join(folder, `${log}.witnessed`);

/**
 * The file that LUKOU_WITNESSES names.
 *
 * @throws LukouError SETTING_INVALID where it is missing or says what is not known.
 */
export function readWitnessPolicy(path: string): Promise<WitnessPolicy> {
  return readSettingFile({
    setting: 'LUKOU_WITNESSES',
    path,
    schema: witnessPolicySchema,
    page: 'docs/disclosure-log.md',
  });
}

/** What a gateway has its logs witnessed with. */
export interface GatewayWitnessingParts {
  /** The file that LUKOU_WITNESSES names. */
  readonly policyPath: string;
  readonly reader: LogReader;
  readonly folder: string;
  /** The gateway's own log; that of the commands on its data folder is witnessed with it. */
  readonly log: string;
  readonly gatewayName: string;
  readonly clock: Clock;
  readonly onMessage: (message: string) => void;
}

/**
 * Has the logs of a gateway witnessed for as long as it runs.
 *
 * @throws LukouError SETTING_INVALID where the file is missing or says what is not known.
 */
export async function openGatewayWitnessing(parts: GatewayWitnessingParts): Promise<Witnessing> {
  const { policyPath, reader, folder, gatewayName, clock, onMessage } = parts;
  const policy = await readWitnessPolicy(policyPath);
  const opened = await Promise.all(
    [parts.log, `${parts.log}-operator`].map((log) =>
      openWitnessing({
        policy,
        reader,
        log,
        origin: originOf({ gatewayName, log }),
        path: witnessedPathOf(folder, log),
        clock,
        onMessage,
      }),
    ),
  );
  return {
    get trouble() {
      return opened.map(({ trouble }) => trouble).find((trouble) => trouble !== null) ?? null;
    },
    async look() {
      await Promise.all(opened.map((witnessing) => witnessing.look()));
    },
    async close() {
      await Promise.all(opened.map((witnessing) => witnessing.close()));
    },
  };
}

/** A log that takes no record, and so lets no answer leave, while too few witnesses have seen it. */
export function requireWitnesses(audit: AuditLog, witnessing: Witnessing): AuditLog {
  return {
    log: audit.log,
    origin: audit.origin,
    get fatal() {
      return audit.fatal ?? witnessing.trouble;
    },
    async record(entry) {
      const { trouble } = witnessing;
      if (trouble !== null) throw trouble;
      return audit.record(entry);
    },
    async isWritable() {
      return witnessing.trouble === null && (await audit.isWritable());
    },
    async close() {
      await witnessing.close();
      await audit.close();
    },
  };
}
