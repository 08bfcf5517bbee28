import {
  createHttpsSender,
  createTcpSender,
  createUdpSender,
  forwardLog,
  operatorEntry,
  readKeptHead,
} from '../../audit/index.ts';
import { systemClock, uuidV7 } from '../../base/index.ts';
import type { AuditActions } from '../../cli/index.ts';
import type { Config } from '../../config.ts';
import { createDetailStore, createLogReader, type Database } from '../../storage/index.ts';
import { runAuditVerify } from '../../verify/index.ts';
import type { DeskParts } from '../desk-parts.ts';
import { logFolderOf, openOperatorLog, operatorPlaceOf } from '../open-log.ts';
import { exportLog, requireRoomFor } from './export-log.ts';
import { interruption } from './interruption.ts';
import { findLogs } from './logs-to-read.ts';
import { keepPosition, readPosition } from './position-file.ts';
import { tailLog } from './tail-log.ts';
import { witnessedPathOf } from '../witness/open-gateway-witnessing.ts';
import { readHead } from '../../merkle/index.ts';
import { readWitnessedHeads } from '../../witness/index.ts';

/** How the desk comes by what it needs. */
export interface AuditDeskParts extends Omit<DeskParts, 'production'> {
  readonly productVersion: string;
}

/** What an operator does with the disclosure log. Each reading of it is a record in it, written before. */
export function openAuditDesk(parts: AuditDeskParts): Omit<AuditActions, 'retention'> {
  const { readConfig, joinDatabase, onMessage, productVersion } = parts;

  async function recordReading(config: Config, database: Database, name: string): Promise<void> {
    const log = openOperatorLog(operatorPlaceOf(config, { database, clock: systemClock, onMessage }));
    const requestId = uuidV7(systemClock.nowMs());
    await log.record(operatorEntry({ name, documentSha256: null, requestId }));
  }

  return {
    async exportLog(order, onProgress) {
      requireRoomFor(order);
      const config = readConfig();
      await using database = await joinDatabase(config);
      await recordReading(config, database, `export disclosure log as ${order.format}`);
      return await exportLog(order, {
        reader: createLogReader(database.log),
        details: createDetailStore(database.log),
        readWitnessed: async (log) => {
          const heads = await readWitnessedHeads(witnessedPathOf(logFolderOf(config.LUKOU_DATA), log));
          return Object.values(heads).map((note) => ({ note, size: readHead(note).size }));
        },
        readKept: async ({ log, origin }) => {
          const folder = logFolderOf(config.LUKOU_DATA);
          const kept = await readKeptHead({ folder, log, origin });
          if (kept === null)
            onMessage(`log ${log}: not compared with its signer, which is not in ${folder}.`);
          return kept;
        },
        productVersion,
        onProgress,
      });
    },
    verify: (args) => runAuditVerify(args),
    async *tail(order) {
      const config = readConfig();
      await using database = await joinDatabase(config);
      await recordReading(config, database, 'tail disclosure log');
      yield* tailLog(createLogReader(database.log), order, interruption());
    },
    async forward({ to, position, logs }, onLag) {
      const config = readConfig();
      const sender = createSender(to);
      const start = await readPosition(position);
      await using database = await joinDatabase(config);
      await recordReading(config, database, 'forward disclosure log');
      const reader = createLogReader(database.log);
      await forwardLog({
        reader,
        details: createDetailStore(database.log),
        sender,
        listLogs: async () =>
          (await findLogs(reader, logs)).map(({ info, head }) => ({ ...info, size: head.size })),
        position: start,
        keepPosition: (next) => keepPosition(position, next),
        clock: systemClock,
        productVersion,
        onLag,
        signal: interruption(),
      });
    },
  };
}

function createSender(to: URL) {
  if (to.protocol === 'syslog+tcp:') return createTcpSender(to);
  return to.protocol === 'syslog+udp:' ? createUdpSender(to) : createHttpsSender(to);
}
