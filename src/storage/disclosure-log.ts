import pg, { type Pool, type PoolClient } from 'pg';
import type { LogStore, StoredRecord } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import { storageFault } from './storage-fault.ts';

// One writer at a time, whichever process it is in: the index must have no gap and no double.
const LOCK_LOG = 'select pg_advisory_xact_lock(7070155)';

const BEGIN = `
  begin;
  set local synchronous_commit = on;
  ${LOCK_LOG};
  select coalesce(max(index) + 1, 0)::text as next from oversight.disclosure`;

/** The disclosure log in PostgreSQL, written through a pool of its own so that readers cannot starve it. */
export function createDisclosureLogStore(pool: Pool): LogStore {
  return {
    async append(build) {
      let client: PoolClient | undefined;
      let failure: Error | undefined;
      try {
        client = await pool.connect();
        // Two round trips: the simple protocol takes several commands at once. If one fails, the rest is not run.
        const begun = (await client.query(BEGIN)) as unknown as readonly { rows: { next: string }[] }[];
        const records = build(Number(begun.at(-1)!.rows[0]!.next));
        await client.query(`${appendText(records)}; commit`);
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
