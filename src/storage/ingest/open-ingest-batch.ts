import type pg from 'pg';
import type { BatchOrigin, IngestBatch, RecordTypeName } from '../../ingest/index.ts';
import { storageFault } from '../storage-fault.ts';
import { copyRows } from './copy-rows.ts';
import { derivedFrom } from './derive.ts';
import { encodeWithheld } from './encode-copy.ts';
import { keepBooks } from './keep-books.ts';
import { openTypeLoader, type EnsureMonths, type TypeLoader } from './load-batch.ts';
import { MERGE_PLANS } from './merge-plans.ts';
import { setDeadlines } from './set-deadlines.ts';

const ROWS_PER_CHUNK = 20_000;
const LOAD_ORDER = Object.keys(MERGE_PLANS) as RecordTypeName[];
// The lock: two runs that write one register in different order would wait for each other without end.
const BEGIN = `begin;
  select pg_advisory_xact_lock(hashtextextended('ingest', 0));
  create temp table withheld (line_no bigint, record_type text, code text) on commit drop`;

/** What a run works with. */
export interface BatchGround {
  readonly client: pg.PoolClient;
  readonly origin: BatchOrigin;
  readonly ensureMonths: EnsureMonths;
  /** Told once the run is over and its connection given back. */
  readonly onClosed: () => void;
}

/**
 * One run on one connection in one transaction. While PostgreSQL merges a chunk, the next one is being made; there is
 * never more than one in the making, so memory does not grow with the file.
 */
export async function openIngestBatch({
  client,
  origin,
  ensureMonths,
  onClosed,
}: BatchGround): Promise<IngestBatch> {
  const loaders = new Map<RecordTypeName, TypeLoader>();
  let withheld: Buffer[] = [];
  let waiting = 0;
  let merging: Promise<void> = Promise.resolve();
  let isOpen = true;
  await inStorage(() => client.query(BEGIN));

  const close = (broken: boolean): void => {
    isOpen = false;
    client.release(broken);
    onClosed();
  };
  const startMerging = async (): Promise<void> => {
    await merging;
    // Taken all at once: what is added while these merge may be the children of parents that are added with them.
    const chunks = LOAD_ORDER.flatMap((type) => {
      const loader = loaders.get(type);
      return loader === undefined ? [] : [{ loader, chunk: loader.take() }];
    });
    const refused = withheld;
    withheld = [];
    waiting = 0;
    // Copying is waited for: beside the parser it would get the socket only now and then, and the server would idle.
    await inStorage(async () => {
      for (const { loader, chunk } of chunks) await loader.stage(chunk);
      if (refused.length > 0) await copyRows(client, 'pg_temp.withheld', refused);
    });
    merging = inStorage(async () => {
      for (const { loader } of chunks) await loader.merge();
    });
    // Whoever comes next awaits it; until then a failure must not count as unhandled.
    merging.catch(() => undefined);
  };
  const addWaiting = async (rowCount: number): Promise<void> => {
    waiting += rowCount;
    if (waiting >= ROWS_PER_CHUNK) await startMerging();
  };

  return {
    async load(type, columns, rows) {
      let loader = loaders.get(type);
      if (loader === undefined) {
        await merging;
        loader = await inStorage(() => openTypeLoader(client, type, columns, ensureMonths));
        loaders.set(type, loader);
      }
      loader.add(rows);
      await addWaiting(rows.length);
    },
    async quarantine(refused) {
      if (refused.length > 0) withheld.push(encodeWithheld(refused));
      await addWaiting(refused.length);
    },
    async settle(result) {
      await startMerging();
      await merging;
      const counts = new Map([...loaders].map(([type, loader]) => [type, loader.counts()]));
      await inStorage(async () => {
        for (const statement of derivedFrom(new Set(loaders.keys()))) await client.query(statement);
        await setDeadlines(client, new Set(loaders.keys()));
        await keepBooks(client, origin, { ...result, counts });
      });
      return counts;
    },
    async publish() {
      await inStorage(() => client.query('commit'));
      close(false);
    },
    async discard() {
      if (!isOpen) return;
      await merging.catch(() => undefined);
      // A connection that is gone has rolled back by itself.
      const broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      close(broken);
    },
  };
}

async function inStorage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFault(error);
  }
}
