import { join } from 'node:path';
import type { LogEntry } from '../../src/audit/index.ts';
import {
  createDetailReader,
  createLogReader,
  deriveCommitted,
  openDatabase,
} from '../../src/storage/index.ts';
import { openHead } from '../audit-log/independent-log.ts';
import type { Gateway } from './gateway.ts';
import type { KnownLog, Round } from './judge-log.ts';

const LOG = 'gateway';
const SLOT_BYTES = 4_096;
const COUNT_SEARCHABLE = `
  select count(*) as count from oversight.disclosure where log = $1 and code <> 'UNREADABLE'`;

/** Where the signer of the gateway's log keeps its head. */
export const headFileOf = (dataFolder: string): string => join(dataFolder, 'log', `${LOG}.head`);

/**
 * Reads what is stored behind the known records, beside the gateway that serves the folder.
 *
 * @param kept - the signer's file as it was before the gateway recovered.
 */
export async function readRound(
  gateway: Gateway,
  dataFolder: string,
  known: KnownLog,
  kept: Buffer,
): Promise<Round> {
  const database = await openDatabase({ dataFolder, mode: 'join', onMessage: () => undefined });
  try {
    const reader = createLogReader(database.log);
    const vkey = (await reader.listLogs()).find(({ log }) => log === LOG)!.keys[0]!.vkey;
    const head = (await reader.readHead(LOG))!;
    const entries: LogEntry[] = [];
    for await (const entry of reader.readEntries(LOG, known.hashes.length, Number.MAX_SAFE_INTEGER))
      entries.push(entry);
    await deriveCommitted(database.log);
    const { rows } = await database.log.query<{ count: number }>(COUNT_SEARCHABLE, [LOG]);
    return {
      vkey,
      searchable: rows[0]!.count,
      head: head.note,
      kept: readSlots(kept, vkey),
      entries,
      details: await createDetailReader(database.log).readDetails(
        LOG,
        entries.map(({ leaf }) => (JSON.parse(leaf.toString('utf8')) as { id: string }).id),
      ),
      async fetchProof(index) {
        const path = new URL(`/log/proof/${index}`, gateway.url);
        // A connection of the load's may be closed, as idle for five seconds, at the moment that it is used again.
        const reply = await fetch(path).catch(() => fetch(path));
        return reply.text();
      },
    };
  } finally {
    await database.close();
  }
}

/** The notes in the two slots of the signer's file. A kill can tear the one that is being written, never both. */
function readSlots(file: Buffer, vkey: string): readonly string[] {
  const notes = [0, 1].map((slot) => {
    const text = file.toString('utf8', slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES);
    return `${text.trimEnd()}\n`;
  });
  return notes.filter((note) => {
    try {
      return openHead(note, vkey).size >= 0;
    } catch {
      // A torn slot is no note; where both are, nothing is left and the judge finds no kept head.
      return false;
    }
  });
}
