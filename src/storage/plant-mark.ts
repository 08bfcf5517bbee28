import type pg from 'pg';
import { LukouError } from '../base/index.ts';
import type { Pools } from './pools.ts';
import type { NamedStatement } from './run-named.ts';
import { storageFault } from './storage-fault.ts';

/** A way around the application into a table, as one of its two roles. */
export interface PlantedMark {
  readonly role: 'lukou_ingest' | 'lukou_app';
  /** MARK_REFUSED where the database stopped it, any other code where something else did; null where it got in. */
  readonly refusedBy: string | null;
}

const AS_INGEST = {
  name: 'drill.plant-as-ingest',
  text: `insert into traffic.road (id, code_system, road_ref, name, online_label)
    values ('drill', 'GB_T_917', 'G10', $1, 'PUBLIC')`,
};

const AS_APP = {
  name: 'drill.plant-as-app',
  text: `insert into oversight.guard_incident (id, detected_at, gate, rule, source_name, owners, actor, request_id)
    values (gen_random_uuid(), now(), 'STORAGE', 'drill', $1, '{}', 'drill', 'drill')`,
};

/**
 * Writes a marked text by SQL, around the application, in a transaction that is rolled back. For drills: where the
 * database is as it should be, it refuses both.
 */
export async function plantMark(pools: Pick<Pools, 'app' | 'ingest'>, text: string): Promise<PlantedMark[]> {
  return [
    { role: 'lukou_ingest', refusedBy: await plant(pools.ingest, AS_INGEST, text) },
    { role: 'lukou_app', refusedBy: await plant(pools.app, AS_APP, text) },
  ];
}

async function plant(pool: pg.Pool, statement: NamedStatement, text: string): Promise<string | null> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({ ...statement, values: [text] });
    return null;
  } catch (error) {
    const fault = storageFault(error, statement.name);
    if (!(fault instanceof LukouError)) throw fault;
    return fault.code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const LIST_TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
   order by 1`;

/**
 * Names of the tables of which a row holds a text, also in the bytes of a record. For drills: it reads everything.
 *
 * @param client - of somebody whom no row-level security binds.
 */
export async function findTablesHolding(client: pg.Client, text: string): Promise<string[]> {
  const hex = Buffer.from(text).toString('hex');
  const { rows } = await client.query<{ name: string }>(LIST_TABLES);
  const holding: string[] = [];
  for (const { name } of rows) {
    const found = await client.query(
      `select from ${name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 limit 1`,
      [text, hex],
    );
    if (found.rowCount !== 0) holding.push(name);
  }
  return holding;
}
