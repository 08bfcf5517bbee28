import type { Database } from '../../src/storage/index.ts';

/** A group commit and nothing else: index and bytes, one transaction for all that wait. */
export interface BareLog {
  record(): Promise<void>;
  /** Gives its connection back. */
  close(): void;
}

const BATCH = 500;

/** Opens the bare log; every record is of these bytes. */
export async function openBareLog(database: Database, bytes: Buffer): Promise<BareLog> {
  await database.owner(async (client) => {
    await client.query('create table public.bare (index bigint primary key, leaf bytea not null)');
    await client.query('grant insert on public.bare to lukou_app');
  });
  const client = await database.log.connect();
  const hex = `'\\x${bytes.toString('hex')}'::bytea`;
  let next = 0;
  let waiting: (() => void)[] = [];
  let writing: Promise<void> | undefined;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      const rows = batch.map((_, at) => `(${next + at}, ${hex})`);
      await client.query(
        `begin; set local synchronous_commit = on; insert into public.bare values ${rows.join(', ')}; commit`,
      );
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
