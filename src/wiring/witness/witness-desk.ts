import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { isLogName } from '../../audit/index.ts';
import { LukouError, systemClock } from '../../base/index.ts';
import type { WitnessActions, WitnessOptions } from '../../cli/index.ts';
import { buildWitnessServer } from '../../http/index.ts';
import { isKeyName, type NoteKey, readNoteKey } from '../../merkle/index.ts';
import { createLogReader } from '../../storage/index.ts';
import {
  addCosignature,
  findHead,
  keepWitnessedHead,
  openWitness,
  prepareHeadRequest,
  readHeadRequest,
  readWitnessedHeads,
  type Witness,
} from '../../witness/index.ts';
import { interruption } from '../audit/interruption.ts';
import { findLogs } from '../audit/logs-to-read.ts';
import type { DeskParts } from '../desk-parts.ts';
import { logFolderOf, logNameOf, originOf } from '../open-log.ts';
import { witnessedPathOf } from './open-gateway-witnessing.ts';

/** What a witness does, and what a gateway does that exchanges files with one. */
export function openWitnessDesk({
  readConfig,
  joinDatabase,
  onMessage,
}: Omit<DeskParts, 'production'>): WitnessActions {
  return {
    async serve({ host, port, ...options }, onReady) {
      const witness = await open(options);
      const server = buildWitnessServer(witness, (error) => onMessage(`witness: ${String(error)}`));
      server.listen({ host, port });
      await once(server, 'listening');
      onMessage(`witness key: ${witness.vkey}`);
      onReady(`http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}/`);
      await once(interruption(), 'abort');
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
    },
    showKey: async (options) => (await open({ ...options, logs: [] })).vkey,
    async sign(options, requestPath) {
      const witness = await open(options);
      const { status, body } = await witness.addCheckpoint(await readText(requestPath));
      if (status === 200) return body;
      throw new LukouError(
        'WITNESS_INVALID',
        status === 409
          ? `The request does not go on from the ${body.trim()} records cosigned last: another history, or one that was signed meanwhile.`
          : body.trim(),
      );
    },
    async request(witnessKey, log) {
      const config = readConfig();
      const key = readKey(witnessKey);
      await using database = await joinDatabase(config);
      const reader = createLogReader(database.log);
      const [found] = await findLogs(reader, [log ?? logNameOf(config, 'gateway')]);
      if (found === undefined) throw new LukouError('WITNESS_INVALID', 'The log has no head yet.');
      const { info, head } = found;
      const kept = await readWitnessedHeads(witnessedPathOf(logFolderOf(config.LUKOU_DATA), info.log));
      return await prepareHeadRequest(reader, head, findHead(kept, key, info.origin)?.size ?? 0);
    },
    async take(requestPath, cosignedPath, witnessKey) {
      const key = readKey(witnessKey);
      const config = readConfig();
      try {
        const { note, head } = readHeadRequest(await readText(requestPath));
        const log = ownLogOf(head.origin, config.LUKOU_GATEWAY_NAME);
        const cosigned = addCosignature(note, await readText(cosignedPath), key);
        await keepWitnessedHead(witnessedPathOf(logFolderOf(config.LUKOU_DATA), log), key, cosigned);
        return `${key.name} has seen the first ${head.size} records of ${head.origin}`;
      } catch (error) {
        throw error instanceof RangeError ? new LukouError('WITNESS_INVALID', error.message) : error;
      }
    },
  };

  function open({ folder, name, logs }: WitnessOptions): Promise<Witness> {
    if (!isKeyName(name))
      throw new LukouError('WITNESS_INVALID', 'A witness’s name has no spaces and no plus sign.');
    return openWitness({
      folder,
      name,
      logs: logs.map(readKey),
      clock: systemClock,
      onConflict: (reason, note) => onMessage(`CONFLICT: ${reason} Keep this as evidence:\n${note}`),
    });
  }
}

/** The name of this gateway's log whose head it is: it names a file here. */
function ownLogOf(origin: string, gatewayName: string): string {
  const log = origin.slice(origin.indexOf('/') + 1);
  if (isLogName(log) && origin === originOf({ gatewayName, log })) return log;
  throw new LukouError('WITNESS_INVALID', `The head is of ${origin}, which is no log of this gateway.`);
}

function readKey(text: string): NoteKey {
  try {
    return readNoteKey(text);
  } catch (error) {
    throw error instanceof RangeError ? new LukouError('WITNESS_INVALID', error.message) : error;
  }
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('WITNESS_INVALID', `The file ${path} cannot be read.`, { cause });
  });
}
