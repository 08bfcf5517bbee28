import {
  createHttpsSender,
  createTcpSender,
  createUdpSender,
  forwardLog,
  listKeptLogs,
  readKeptHead,
} from '../../audit/index.ts';
import { systemClock } from '../../base/index.ts';
import type { AuditActions } from '../../cli/index.ts';
import { createDetailReader, createLogReader } from '../../storage/index.ts';
import { runAuditVerify } from '../../verify/index.ts';
import type { DeskParts } from '../desk-parts.ts';
import { logFolderOf } from '../open-log.ts';
import { exportLog, requireRoomFor } from './export-log.ts';
import { interruption } from './interruption.ts';
import { findLogs } from './logs-to-read.ts';
import { keepPosition, readPosition } from './position-file.ts';
import { recordReading } from './record-reading.ts';
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

  return {
    async exportLog(order, onProgress) {
      requireRoomFor(order);
      const config = readConfig();
      const folder = logFolderOf(config.LUKOU_DATA);
      await using database = await joinDatabase(config);
      await recordReading(`export disclosure log as ${order.format}`, config, { database, onMessage });
      return await exportLog(order, {
        reader: createLogReader(database.log),
        details: createDetailReader(database.log),
        readWitnessed: async (log) => {
          const heads = await readWitnessedHeads(witnessedPathOf(folder, log));
          return Object.values(heads).map((note) => ({ note, size: readHead(note).size }));
        },
        listKept: () => listKeptLogs(folder),
        readKept: async ({ log, origin }) => {
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
      await recordReading('tail disclosure log', config, { database, onMessage });
      yield* tailLog(createLogReader(database.log), order, interruption());
    },
    async forward({ to, position, logs }, onLag) {
      const config = readConfig();
      const sender = createSender(to);
      const start = await readPosition(position);
      await using database = await joinDatabase(config);
      await recordReading('forward disclosure log', config, { database, onMessage });
      const reader = createLogReader(database.log);
      await forwardLog({
        reader,
        details: createDetailReader(database.log),
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
