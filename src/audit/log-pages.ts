import { fetchProof, type NamedTile, printLogProof, proveInclusion, TILE_WIDTH } from '../merkle/index.ts';
import type { LogReader } from './log-reader.ts';

/** What a log shows to the world, in C2SP's forms. Nothing of it tells what a record says, but for the entries. */
export interface LogPages {
  /** The signed head (C2SP tlog-checkpoint); null where there is no such log. */
  findHead(log: string): Promise<string | null>;
  /** The hashes of a tile; null where the log does not hold all of it. */
  findTile(log: string, tile: NamedTile): Promise<Buffer | null>;
  /** The records of a tile, each after its length in two bytes; null where the log does not hold all of them. */
  findEntries(log: string, tile: NamedTile): Promise<Buffer | null>;
  /** The proof that a record is in the log as it is now (C2SP tlog-proof); null where it is not. */
  findProof(log: string, index: number): Promise<string | null>;
}

/** The pages of all logs that a reader reads. */
export function createLogPages(reader: LogReader): LogPages {
  return {
    async findHead(log) {
      return (await reader.readHead(log))?.note ?? null;
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
      if (head === null || index >= head.size) return null;
      const hashes = await fetchProof(
        (read) => proveInclusion(index, head.size, read),
        (level, from, to) => reader.readHashes(log, level, from, to),
      );
      return printLogProof({ index, hashes, head: head.note });
    },
  };
}
