import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { Batch, LogStore, StoredHead } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import type { FullTile } from '../merkle/index.ts';
import { createLogReader } from './log-reader.ts';
import { storageFault } from './storage-fault.ts';

// Said, since the database's default may be another: after the head's lock each statement must see what others committed.
const BEGIN = 'begin isolation level read committed; set local synchronous_commit = on';

// The row lock is had only when every transaction that has changed the head is over, whoever began it.
const SETTLE_HEAD =
  'select log, size, root, frontier, note from oversight.log_head where log = $1 for update';

const APPEND_BATCH = {
  name: 'oversight.append-batch',
  text: `
with batch as materialized (
  select oversight.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as stored
), kept as (
  insert into oversight.record_detail (log, id, detail)
  select $1, each.id, each.detail
  from batch, unnest($15::uuid[], $16::text[]) as each (id, detail)
  where batch.stored
)
select stored as "isStored" from batch`,
};

const LAST_INDEX = `
  select first_index + cardinality(ends) - 1 as last
  from oversight.log_batch where log = $1 order by first_index desc limit 1`;

const PROBE = `
  select has_table_privilege('oversight.log_batch', 'select')
    and has_function_privilege('oversight.append_batch'::regproc, 'execute')
    and not pg_is_in_recovery() as writable`;

/** An owner that is not known, in the list of a record's owners. */
const UNKNOWN = '-';

/** The disclosure log in PostgreSQL, written through a pool of its own so that readers cannot starve it. */
export function createDisclosureLogStore(pool: Pool): LogStore {
  async function onClient<T>(
    work: (client: PoolClient) => Promise<T>,
    signal: AbortSignal = NEVER,
  ): Promise<T> {
    let client: PoolClient | undefined;
    let failure: Error | undefined;
    const giveUp = (): void => {
      const given = client;
      client = undefined;
      given?.release(new Error('The batch was given up.'));
    };
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      client = await pool.connect();
      return await work(client);
    } catch (error) {
      failure = storageFault(error);
      throw failure;
    } finally {
      signal.removeEventListener('abort', giveUp);
      // A client whose transaction failed is thrown away with its connection, and the transaction with it.
      client?.release(failure);
    }
  }

  return {
    reader: createLogReader(pool),
    append: (batch, signal) =>
      onClient(async (client) => {
        signal.throwIfAborted();
        const { rows } = await client.query<{ isStored: boolean }>(appendBatch(batch));
        return rows[0]!.isStored;
      }, signal),
    begin: ({ log, origin, bornAt, vkey, tiles, firstHead }) =>
      onClient(async (client) => {
        await client.query(BEGIN);
        await client.query('insert into oversight.log (log, origin, born_at) values ($1, $2, $3)', [
          log,
          origin,
          bornAt,
        ]);
        await client.query('insert into oversight.log_key (log, from_size, vkey) values ($1, 0, $2)', [
          log,
          vkey,
        ]);
        for await (const tile of tiles) await client.query(insertTile(log, tile));
        const { size, root, frontier, note } = await firstHead();
        await client.query(
          'insert into oversight.log_head (log, size, root, frontier, note) values ($1, $2, $3, $4, $5)',
          [log, size, root, [...frontier], note],
        );
        await client.query('commit');
      }),
    settleHead: (log) =>
      onClient(async (client) => (await client.query<StoredHead>(SETTLE_HEAD, [log])).rows[0] ?? null),
    findLastIndex: (log) =>
      onClient(async (client) => {
        const { rows } = await client.query<{ last: number }>(LAST_INDEX, [log]);
        return rows[0]?.last ?? null;
      }),
    async probe() {
      try {
        const { rows } = await pool.query<{ writable: boolean }>(PROBE);
        if (rows[0]?.writable !== true) throw new LukouError('STORAGE_FAULT', 'The log may not be written.');
      } catch (error) {
        throw storageFault(error);
      }
    },
  };
}

const NEVER = new AbortController().signal;

/** One statement and so one round trip, in binary: the bytes of the records are not written out as text. */
function appendBatch({ before, records, tiles, head, newKey }: Batch): QueryConfig {
  const detailed = records.filter(({ detail }) => detail !== null);
  let end = 0;
  const values = [
    head.log,
    before.size,
    before.root,
    head.root,
    [...head.frontier],
    head.note,
    records.map(({ leaf }) => (end += leaf.length)),
    Buffer.concat(records.map(({ leaf }) => leaf)),
    records.map(({ owners }) => owners.map((owner) => owner ?? UNKNOWN).join(',')),
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
    tiles.map(({ hashes }) => hashes),
    tiles.map(({ root }) => root),
    newKey?.vkey ?? null,
    detailed.map(({ id }) => id),
    detailed.map(({ detail }) => detail),
  ];
  return { ...APPEND_BATCH, values };
}

function insertTile(log: string, { level, index, hashes, root }: FullTile): QueryConfig {
  return {
    text: 'insert into oversight.log_tile (log, level, index, hashes, root) values ($1, $2, $3, $4, $5)',
    values: [log, level, index, hashes, root],
  };
}
