import pg, { type Pool, type PoolClient } from 'pg';
import type { LogStore, StoredRecord } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import { isDatabaseError, storageFault } from './storage-fault.ts';

// One writer at a time, whichever process it is in: the index must have no gap and no double.
const LOCK_LOG = 'select pg_advisory_xact_lock(7070155)';

// Said, since the database's default may be another: after the lock each statement must see what others committed.
const BEGIN = `
  begin isolation level read committed;
  set local synchronous_commit = on;
  ${LOCK_LOG};
  select coalesce(max(index) + 1, 0)::text as next from oversight.disclosure`;

/** SQLSTATE of the check below where another process has written meanwhile. */
const DIVISION_BY_ZERO = '22012';

/** Fails before anything is written unless `next` is still the next free index. */
const requireNext = (next: number): string =>
  `select 1 / (coalesce(max(index) + 1, 0) = ${next})::int from oversight.disclosure`;

/** The disclosure log in PostgreSQL, written through a pool of its own so that readers cannot starve it. */
export function createDisclosureLogStore(pool: Pool): LogStore {
  // As this process left it. Another one may have written since: the database decides.
  let expectedNext: number | null = null;
  return {
    async append(build) {
      let client: PoolClient | undefined;
      let failure: Error | undefined;
      const guess = expectedNext;
      expectedNext = null;
      try {
        client = await pool.connect();
        const records =
          (guess === null ? null : await appendAt(client, guess, build)) ?? (await appendNext(client, build));
        const last = records.at(-1);
        expectedNext = last === undefined ? null : last.index + 1;
      } catch (error) {
        failure = storageFault(error);
        throw failure;
      } finally {
        // A client whose transaction failed is thrown away with its connection, and the transaction with it.
        client?.release(failure);
      }
    },
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

type Build = (firstIndex: number) => readonly StoredRecord[];

/**
 * One round trip: the simple protocol takes several commands at once, and if one fails, the rest is not run. Null where
 * the index is taken: then nothing was written, for certain.
 */
async function appendAt(
  client: PoolClient,
  next: number,
  build: Build,
): Promise<readonly StoredRecord[] | null> {
  const records = build(next);
  try {
    await client.query(
      `begin isolation level read committed; set local synchronous_commit = on; ${LOCK_LOG}; ${requireNext(next)}; ${appendText(records)}; commit`,
    );
    return records;
  } catch (error) {
    if (!isDatabaseError(error) || Reflect.get(error as Error, 'code') !== DIVISION_BY_ZERO) throw error;
    await client.query('rollback');
    return null;
  }
}

/** Two round trips: the index is asked for first. */
async function appendNext(client: PoolClient, build: Build): Promise<readonly StoredRecord[]> {
  const begun = (await client.query(BEGIN)) as unknown as readonly { rows: { next: string }[] }[];
  const records = build(Number(begun.at(-1)!.rows[0]!.next));
  await client.query(`${appendText(records)}; commit`);
  return records;
}

function appendText(records: readonly StoredRecord[]): string {
  const json = JSON.stringify(records.map((record) => ({ ...record, leaf: record.leaf.toString('base64') })));
  return `
    insert into oversight.disclosure (
      index, id, recorded_at, stage, agency, role, actor, purpose, case_reference, operation_name, code, row_count,
      agreements, coordinates, denied, leaf
    )
    select index, id, "recordedAt", stage, agency, role, actor, purpose, "caseReference", "operationName", code,
      "rowCount", agreements, coordinates, denied, decode(leaf, 'base64')
    from json_to_recordset(${pg.escapeLiteral(json)}::json) as record (
      index bigint, id uuid, "recordedAt" timestamptz, stage text, agency text, role text, actor text, purpose text,
      "caseReference" text, "operationName" text, code text, "rowCount" integer, agreements text[],
      coordinates text[], denied text[], leaf text
    )`;
}
