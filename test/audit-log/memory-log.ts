import {
  type AuditLimits,
  type AuditLog,
  type Batch,
  findSignedHead,
  type LogFollower,
  type LogInfo,
  type LogKey,
  type LogStore,
  openAuditLog,
  type Signer,
  type StoredHead,
  type StoredRecord,
} from '../../src/audit/index.ts';
import { type Clock, LukouError, systemClock } from '../../src/base/index.ts';
import {
  EMPTY_ROOT,
  type FullTile,
  hashLeaf,
  type TreeHead,
  verifyConsistency,
} from '../../src/merkle/index.ts';
import { makeSigner, signHead } from '../world/make-log.ts';

/** What is stored, open to tests that alter it. */
export interface MemoryStore extends LogStore {
  records: StoredRecord[];
  tiles: FullTile[];
  keys: LogKey[];
  head: StoredHead | null;
  batches: number;
  prunedTo: number;
}

/** The name of the operation that a record is of. */
export function nameOf({ leaf }: Pick<StoredRecord, 'leaf'>): string | null {
  return (JSON.parse(leaf.toString('utf8')) as { op: { name: string | null } }).op.name;
}

/** A log's store that forgets everything with the process. Only tests may have one. */
export function createMemoryStore(): MemoryStore {
  let info: LogInfo | null = null;
  const store: MemoryStore = {
    records: [],
    tiles: [],
    keys: [],
    head: null,
    batches: 0,
    prunedTo: 0,
    reader: {
      listLogs: async () => (info === null ? [] : [{ ...info, keys: store.keys, prunedTo: store.prunedTo }]),
      readHead: async () => store.head,
      async *readEntries(_log, from, to) {
        yield* store.records.filter(({ index }) => index >= from && index < to);
      },
      readHashes: async (_log, level, from, to) =>
        (level === 0
          ? store.records.map(({ leaf }) => hashLeaf(leaf))
          : store.tiles.filter((tile) => tile.level === level - 1).map(({ root }) => root)
        ).slice(from, to),
    },
    async begin({ log, origin, bornAt, vkey, tiles, firstHead }) {
      for await (const tile of tiles) store.tiles.push(tile);
      info = { log, origin, bornAt, closedAt: null, prunedTo: 0, keys: [] };
      store.keys = [{ vkey, fromSize: 0, note: null }];
      store.head = await firstHead();
    },
    async append({ before, records, tiles, head, newKey }: Batch) {
      if (store.head?.size !== before.size || !store.head.root.equals(before.root)) return false;
      store.records.push(...records);
      store.tiles.push(...tiles);
      store.head = head;
      if (newKey !== null) store.keys.push({ ...newKey, note: head.note });
      store.batches += 1;
      return true;
    },
    settleHead: async () => store.head,
    findLastIndex: async () => store.records.at(-1)?.index ?? null,
    probe: async () => undefined,
  };
  return store;
}

/** A signer that keeps its head in memory: hand it to the next log to restart. */
export interface MemorySigner extends Signer {
  kept: NonNullable<Signer['kept']>;
  /** Another process with the same key and the same head. */
  copy(): MemorySigner;
}

/** A signer in memory, with a key of its own. */
export function createMemorySigner(origin = 'lukou.test/gateway'): MemorySigner {
  const made = makeSigner(origin);
  const { key } = made;
  const openAt = (start: MemorySigner['kept']): MemorySigner => {
    let latest: MemorySigner['kept'] | null = null;
    const signer: MemorySigner = {
      key,
      successor: null,
      kept: start,
      async sign(head: TreeHead, consistency: readonly Buffer[]) {
        const { kept } = signer;
        const claim = { size1: kept.size, root1: kept.root, size2: head.size, root2: head.root };
        if (head.size <= kept.size || (kept.size > 0 && !verifyConsistency(claim, consistency)))
          throw new LukouError('LOG_FORKED');
        latest = { ...head, note: signHead(head, made) };
        return latest.note;
      },
      async keep(note: string) {
        signer.kept = latest?.note === note ? latest : { ...findSignedHead(note, key)!, note };
      },
      close: async () => undefined,
      copy: () => openAt(signer.kept),
    };
    return signer;
  };
  const empty = { origin, size: 0, root: EMPTY_ROOT };
  return openAt({ ...empty, note: signHead(empty, made) });
}

/** A disclosure log in memory. */
export function openMemoryLog(
  parts: {
    store?: LogStore;
    signer?: Signer;
    clock?: Clock;
    limits?: Partial<AuditLimits>;
    onMessage?: (message: string) => void;
    follower?: LogFollower;
  } = {},
): Promise<AuditLog> {
  const {
    store = createMemoryStore(),
    signer = createMemorySigner(),
    clock = systemClock,
    limits = {},
    onMessage = () => undefined,
    follower,
  } = parts;
  return openAuditLog({
    store,
    signer,
    log: 'gateway',
    clock,
    limits,
    onMessage,
    follower,
  });
}
