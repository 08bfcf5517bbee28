import pg, { type Pool, type PoolClient } from 'pg';
import type { Batch, LogStore, StoredHead, StoredRecord } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import type { FullTile } from '../merkle/index.ts';
import { createLogReader } from './log-reader.ts';
import { isDatabaseError, storageFault } from './storage-fault.ts';

// Said, since the database's default may be another: after the head's lock each statement must see what others committed.
const BEGIN = 'begin isolation level read committed; set local synchronous_commit = on';

/** SQLSTATE of the first statement of a batch where the head is not the one that it is to follow. */
const DIVISION_BY_ZERO = '22012';

// The row lock is had only when every transaction that has changed the head is over, whoever began it.
const SETTLE_HEAD =
  'select log, size, root, frontier, note from oversight.log_head where log = $1 for update';

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
        try {
          // One round trip: the simple protocol takes several commands at once, and if one fails, the rest is not run.
          await client.query(`${BEGIN}; ${appendText(batch)}; commit`);
          return true;
        } catch (error) {
          if (!isDatabaseError(error) || Reflect.get(error as Error, 'code') !== DIVISION_BY_ZERO)
            throw error;
          await client.query('rollback');
          return false;
        }
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
        for await (const tile of tiles) await client.query(insertTiles(log, [tile]));
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
        const { rows } = await client.query<{ last: number | null }>(
          'select max(index) as last from oversight.disclosure where log = $1',
          [log],
        );
        return rows[0]!.last;
      }),
    async probe() {
      try {
        const { rows } = await pool.query<{ writable: boolean }>(
          `select has_table_privilege('oversight.disclosure', 'insert') and not pg_is_in_recovery() as writable`,
        );
        if (rows[0]?.writable !== true) throw new LukouError('STORAGE_FAULT', 'The log may not be written.');
      } catch (error) {
        throw storageFault(error);
      }
    },
  };
}

const NEVER = new AbortController().signal;

/** The head moves first: its row is the log's lock, and where it is not the one left, nothing else is run. */
function appendText({ before, records, tiles, head, newKey }: Batch): string {
  const { log, size, root, frontier, note } = head;
  const nodes = frontier.map(bytea).join(', ');
  const statements = [
    `with moved as (
      update oversight.log_head
      set size = ${size}, root = ${bytea(root)}, frontier = array[${nodes}]::bytea[], note = ${pg.escapeLiteral(note)}
      where log = ${pg.escapeLiteral(log)} and size = ${before.size} and root = ${bytea(before.root)}
      returning log
    ) select 1 / count(*) from moved`,
    insertRecords(log, records),
    ...(tiles.length > 0 ? [insertTiles(log, tiles)] : []),
    ...(newKey === null
      ? []
      : [
          `insert into oversight.log_key (log, from_size, vkey)
           values (${pg.escapeLiteral(log)}, ${newKey.fromSize}, ${pg.escapeLiteral(newKey.vkey)})`,
        ]),
  ];
  return statements.join('; ');
}

function insertRecords(log: string, records: readonly StoredRecord[]): string {
  const json = JSON.stringify(records.map((record) => ({ ...record, leaf: record.leaf.toString('base64') })));
  return `
    insert into oversight.disclosure (
      log, index, id, recorded_at, stage, agency, role, actor, purpose, case_reference, operation_name, code, row_count,
      agreements, coordinates, denied, decisions, denials, owners, subjects, open_divisions,
      max_sensitivity, break_glass, leaf
    )
    select ${pg.escapeLiteral(log)}, index, id, "recordedAt", stage, agency, role, actor, purpose, "caseReference",
      "operationName", code, "rowCount", agreements, coordinates, denied, decisions, denials, owners, subjects, "openDivisions",
      "maxSensitivity", "breakGlass", decode(leaf, 'base64')
    from json_to_recordset(${quoteLong(json)}::json) as record (
      index bigint, id uuid, "recordedAt" timestamptz, stage text, agency text, role text, actor text, purpose text,
      "caseReference" text, "operationName" text, code text, "rowCount" integer, agreements text[],
      coordinates text[], denied text[], decisions text[], denials text[], owners text[], subjects text[],
      "openDivisions" text[], "maxSensitivity" text, "breakGlass" text, leaf text
    )`;
}

function insertTiles(log: string, tiles: readonly FullTile[]): string {
  const rows = tiles.map(
    ({ level, index, hashes, root }) =>
      `(${pg.escapeLiteral(log)}, ${level}, ${index}, ${bytea(hashes)}, ${bytea(root)})`,
  );
  return `insert into oversight.log_tile (log, level, index, hashes, root) values ${rows.join(', ')}`;
}

/** As pg.escapeLiteral, which goes through a text by character: of a batch that takes longer than all else. */
const quoteLong = (text: string): string => ` E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const bytea = (bytes: Uint8Array): string => `'\\x${Buffer.from(bytes).toString('hex')}'::bytea`;
