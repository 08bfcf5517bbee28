import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../../src/storage/index.ts';

/** A group commit and nothing else: index and bytes, one transaction for all that wait. */
export interface BareLog {
  record(): Promise<void>;
  /** Gives its connection back. */
  close(): void;
}

const BATCH = 500;

/** How a bare log keeps its batches: a row for each record, sent as text; or a row for all of them, in binary, as the log does. */
export type BareLayout = 'rows' | 'batches';

/** Opens the bare log; every record is of these bytes. */
export async function openBareLog(database: Database, bytes: Buffer, layout: BareLayout): Promise<BareLog> {
  const table = `public.bare_${layout}`;
  await database.owner(async (client) => {
    await client.query(`create table ${table} (index bigint primary key, leaf bytea not null)`);
    await client.query(`alter table ${table} alter column leaf set storage external`);
    await client.query(`grant insert on ${table} to lukou_app`);
  });
  const client = await database.log.connect();
  const hex = `'\\x${bytes.toString('hex')}'::bytea`;
  let next = 0;
  let waiting: (() => void)[] = [];
  let writing: Promise<void> | undefined;

  async function store(count: number): Promise<void> {
    if (layout === 'batches') {
      const text = `insert into ${table} values ($1, $2)`;
      await client.query({ name: table, text, values: [next, Buffer.concat(Array(count).fill(bytes))] });
      return;
    }
    const rows = Array.from({ length: count }, (_, at) => `(${next + at}, ${hex})`);
    await client.query(
      `begin; set local synchronous_commit = on; insert into ${table} values ${rows.join(', ')}; commit`,
    );
  }

  async function write(): Promise<void> {
    // As the log does: who asks in the same turn is written together.
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await store(batch.length);
      next += batch.length;
      for (const done of batch) done();
    }
    writing = undefined;
  }

  return {
    record: () =>
      new Promise((resolve, reject) => {
        waiting.push(resolve);
        writing ??= write();
        writing.catch(reject);
      }),
    close: () => client.release(),
  };
}
