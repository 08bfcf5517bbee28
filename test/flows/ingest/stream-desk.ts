import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import type { IngestReceipt, StreamCounts } from '../../../src/ingest/index.ts';
import { openStreamDesk } from '../../../src/wiring/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';

/** `lukou stream` at a database of a test's own, with one checkpoint. */
export interface StreamUnderTest {
  readonly database: TestDatabase;
  /** What the operator was told. */
  readonly told: string[];
  start(from: string, settings?: Record<string, string>, adapter?: string): RunningStream;
  /** Ids of the passages, in order. */
  passages(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface RunningStream {
  readonly receipts: IngestReceipt[];
  /** Ends it as SIGTERM does. */
  stop(): Promise<StreamCounts>;
  /** What it came to by itself. */
  readonly ended: Promise<StreamCounts>;
}

export async function openStreamUnderTest(): Promise<StreamUnderTest> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'lukou-stream-'));
  await database.ingest.query(`
    insert into checkpoint.checkpoint (id, name, status, category, usage, is_enforcement, online_label)
    values ('tollgate-1', '伊敏河桥', 'NORMAL', 'COUNTY', 'TRAFFIC', true, 'INTERNAL')`);
  const told: string[] = [];
  const keptOpen = { ...database, [Symbol.asyncDispose]: () => Promise.resolve() };
  return {
    database,
    told,
    start(from, settings = {}, adapter = 'gat1400-passages') {
      const follow = openStreamDesk({
        readConfig: () => readConfig({ LUKOU_DATA: folder, ...settings }),
        joinDatabase: () => Promise.resolve(keptOpen),
        onMessage: (message) => void told.push(message),
      });
      const receipts: IngestReceipt[] = [];
      const ending = new AbortController();
      const ended = follow(
        { from, adapter, signal: ending.signal },
        (receipt) => void receipts.push(receipt),
      );
      // Whoever waits for it hears of a failure; who does not, ends the test with it.
      ended.catch(() => undefined);
      return {
        receipts,
        ended,
        stop() {
          ending.abort();
          return ended;
        },
      };
    },
    async passages() {
      const { rows } = await database.ingest.query<{ id: string }>(
        'select id from checkpoint.passage order by id',
      );
      return rows.map(({ id }) => id);
    },
    async close() {
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
