import {
  fetchProof,
  type LogProof,
  type NamedTile,
  printLogProof,
  proveInclusion,
  TILE_WIDTH,
} from '../merkle/index.ts';
import type { LogReader, StoredHead } from './log-reader.ts';

/** What a log shows to the world, in C2SP's forms. Nothing of it tells what a record says, but for the entries. */
export interface LogPages {
  /**
   * A signed head (C2SP tlog-checkpoint): the newest that witnesses have cosigned, with their lines, if they have a moment
   * ago; otherwise the newest. Null where there is no such log.
   */
  findHead(log: string): Promise<string | null>;
  /** The hashes of a tile; null where the log does not hold all of it. */
  findTile(log: string, tile: NamedTile): Promise<Buffer | null>;
  /** The records of a tile, each after its length in two bytes; null where the log does not hold all of them. */
  findEntries(log: string, tile: NamedTile): Promise<Buffer | null>;
  /** The proof that a record is in the log as it is now (C2SP tlog-proof); null where it is not. */
  findProof(log: string, index: number): Promise<string | null>;
}

/** Gives the newest head of a log that was cosigned a moment ago; null where none was. */
export type FindCosigned = (log: string) => Promise<{ readonly size: number; readonly note: string } | null>;

/** The pages of all logs that a reader reads. */
export function createLogPages(reader: LogReader, findCosigned: FindCosigned): LogPages {
  return {
    async findHead(log) {
      const head = await reader.readHead(log);
      if (head === null) return null;
      const cosigned = await findCosigned(log);
      return cosigned === null || cosigned.size > head.size ? head.note : cosigned.note;
    },
    async findTile(log, { level, index, width }) {
      const from = index * TILE_WIDTH;
      const hashes = await reader.readHashes(log, level, from, from + width);
      return hashes.length === width ? Buffer.concat(hashes) : null;
    },
    async findEntries(log, { index, width }) {
      const from = index * TILE_WIDTH;
      const parts: Buffer[] = [];
      for await (const entry of reader.readEntries(log, from, from + width)) {
        if (entry.index !== from + parts.length / 2) return null;
        const length = Buffer.alloc(2);
        length.writeUInt16BE(entry.leaf.length);
        parts.push(length, entry.leaf);
      }
      return parts.length === width * 2 ? Buffer.concat(parts) : null;
    },
    async findProof(log, index) {
      const head = await reader.readHead(log);
      const proof = head === null ? null : await proveRecord(reader, head, index);
      return proof === null ? null : printLogProof(proof);
    },
  };
}

/** The proof that a record is in its log as a head signs it; null where the head is older than the record. */
export async function proveRecord(
  reader: Pick<LogReader, 'readHashes'>,
  { log, size, note }: StoredHead,
  index: number,
): Promise<LogProof | null> {
  if (index >= size) return null;
  const hashes = await fetchProof(
    (read) => proveInclusion(index, size, read),
    (level, from, to) => reader.readHashes(log, level, from, to),
  );
  return { index, hashes, head: note };
}
