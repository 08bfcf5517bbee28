import type { Pool, PoolClient } from 'pg';
import type { LogStore, StoredRecord } from '../audit/index.ts';
import { storageFault } from './storage-fault.ts';

// One writer at a time, whichever process it is in: the index must have no gap and no double.
const LOCK_LOG = 'select pg_advisory_xact_lock(7070155)';

const APPEND = `
  insert into oversight.disclosure (
    index, id, recorded_at, stage, agency, role, actor, purpose, case_reference, operation_name, code, row_count,
    agreements, coordinates, denied, leaf
  )
  select index, id, "recordedAt", stage, agency, role, actor, purpose, "caseReference", "operationName", code,
    "rowCount", agreements, coordinates, denied, decode(leaf, 'base64')
  from json_to_recordset($1::json) as record (
    index bigint, id uuid, "recordedAt" timestamptz, stage text, agency text, role text, actor text, purpose text,
    "caseReference" text, "operationName" text, code text, "rowCount" integer, agreements text[],
    coordinates text[], denied text[], leaf text
  )`;

/** The disclosure log in PostgreSQL, written through a pool of its own so that readers cannot starve it. */
export function createDisclosureLogStore(pool: Pool): LogStore {
  return {
    async append(build) {
      const client = await pool.connect();
      let failure: Error | undefined;
      try {
        await client.query(`begin; set local synchronous_commit = on; ${LOCK_LOG}`);
        const records = build(await nextIndex(client));
        await client.query({
          name: 'append-disclosures',
          text: APPEND,
          values: [JSON.stringify(records.map(asJson))],
        });
        await client.query('commit');
      } catch (error) {
        failure = storageFault(error);
        throw failure;
      } finally {
        // A client whose transaction failed is thrown away with its connection, and the transaction with it.
        client.release(failure);
      }
    },
    async probe() {
      await pool.query('select 1 from oversight.disclosure limit 0').catch((error: unknown) => {
        throw storageFault(error);
      });
    },
  };
}

async function nextIndex(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ next: string }>({
    name: 'next-disclosure-index',
    text: 'select coalesce(max(index) + 1, 0) as next from oversight.disclosure',
  });
  return Number(rows[0]!.next);
}

function asJson(record: StoredRecord): object {
  return { ...record, leaf: record.leaf.toString('base64') };
}
