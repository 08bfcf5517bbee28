import { type LogReader, proveRecord, type StoredHead } from '../../audit/index.ts';
import { TILE_WIDTH } from '../../merkle/index.ts';
import type { ProofOfRecord } from '../../storage/index.ts';

/**
 * Proves records of one answer: each log by one head, each tile read once, and one proof after the other, so that a page of
 * records takes no more of the database than a few tiles.
 */
export function createRecordProver(
  reader: Pick<LogReader, 'readHead' | 'readHashes'>,
): (log: string, index: number) => Promise<ProofOfRecord | null> {
  const heads = new Map<string, Promise<StoredHead | null>>();
  const tiles = new Map<string, Promise<readonly Buffer[]>>();
  let last: Promise<unknown> = Promise.resolve();

  const findHead = (log: string): Promise<StoredHead | null> => keep(heads, log, () => reader.readHead(log));

  // A node of a proof is made of hashes of one tile.
  async function readHashes(
    log: string,
    level: number,
    from: number,
    to: number,
  ): Promise<readonly Buffer[]> {
    const first = from - (from % TILE_WIDTH);
    const tile = await keep(tiles, `${log} ${level} ${first}`, () =>
      reader.readHashes(log, level, first, first + TILE_WIDTH),
    );
    return tile.slice(from - first, to - first);
  }

  async function prove(log: string, index: number): Promise<ProofOfRecord | null> {
    const head = await findHead(log);
    const proof = head === null ? null : await proveRecord({ readHashes }, head, index);
    if (head === null || proof === null) return null;
    const hashes = proof.hashes.map((hash) => Buffer.from(hash).toString('base64'));
    return { index, treeSize: head.size, hashes, head: head.note };
  }

  return (log, index) => {
    const proving = last.then(() => prove(log, index));
    last = proving.catch(() => undefined);
    return proving;
  };
}

function keep<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}
