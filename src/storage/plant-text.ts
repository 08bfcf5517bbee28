import type pg from 'pg';
import type { DrillWay } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import type { Pools } from './pools.ts';
import type { NamedStatement } from './run-named.ts';
import { storageFault } from './storage-fault.ts';

/** A way around the application into a table, as one of its two roles, and what became of it. */
export interface PlantedText {
  readonly way: DrillWay;
  /** MARK_REFUSED where the database stopped it, any other code where something else did; null where it got in. */
  readonly refusedBy: string | null;
}

/** What is planted: as free text, and as a code. */
export interface PlantableText {
  readonly text: string;
  readonly code: string;
}

interface Planting extends NamedStatement {
  readonly way: DrillWay;
  readonly role: 'app' | 'ingest';
  readonly valueOf: (plantable: PlantableText) => string;
  /** Runs before it in the same transaction. */
  readonly first?: NamedStatement;
}

const PLANTINGS: readonly Planting[] = [
  {
    way: 'FREE_TEXT_BY_INGEST',
    role: 'ingest',
    valueOf: ({ text }) => text,
    name: 'drill.plant-free-text-by-ingest',
    text: `insert into traffic.road (id, code_system, road_ref, name, online_label)
      values ('drill', 'GB_T_917', 'G10', $1, 'PUBLIC')`,
  },
  {
    way: 'CODE_BY_INGEST',
    role: 'ingest',
    valueOf: ({ code }) => code,
    name: 'drill.plant-code-by-ingest',
    text: `insert into traffic.road (id, road_code, code_system, road_ref, online_label)
      values ('drill', $1, 'GB_T_917', 'G10', 'PUBLIC')`,
  },
  {
    way: 'ADDRESS_BY_INGEST',
    role: 'ingest',
    valueOf: ({ code }) => `https://images.example/${code}`,
    first: {
      name: 'drill.ensure-month',
      text: `select ingest.ensure_month('checkpoint.passage', '2026-03-01')`,
    },
    name: 'drill.plant-address-by-ingest',
    text: `insert into checkpoint.passage (id, checkpoint_id, usage, pass_time, vehicle_group, image_url, online_label)
      values ('drill', 'drill', 'TRAFFIC', '2026-03-02T09:00:00+08:00', 'OTHER', $1, 'SENSITIVE')`,
  },
  {
    way: 'FREE_TEXT_BY_APP',
    role: 'app',
    valueOf: ({ text }) => text,
    name: 'drill.plant-free-text-by-app',
    text: `insert into oversight.guard_incident (id, detected_at, gate, rule, source_name, owners, actor, request_id)
      values (gen_random_uuid(), now(), 'STORAGE', 'drill', $1, '{}', 'drill', 'drill')`,
  },
  {
    way: 'CODE_BY_APP',
    role: 'app',
    valueOf: ({ code }) => code,
    name: 'drill.plant-code-by-app',
    text: `insert into traffic.loop_step (machine, item_id, ordinal, from_state, to_state, taken_at, machine_version,
        actor, agency, role, note, request_id, online_label)
      values ('RoadEvent', $1, 1, 'OPEN', 'CLOSED', now(), 1, 'drill', 'drill', 'steward', 'Drill.', 'drill', 'INTERNAL')`,
  },
];

/**
 * Writes a text by SQL, around the application, in transactions that are rolled back. For drills: where the database is as
 * it should be, it refuses a mark everywhere.
 */
export async function plantText(
  pools: Pick<Pools, 'app' | 'ingest'>,
  plantable: PlantableText,
): Promise<PlantedText[]> {
  const planted: PlantedText[] = [];
  for (const { way, role, valueOf, first, name, text } of PLANTINGS) {
    const refusedBy = await plant(pools[role], first, { name, text }, valueOf(plantable));
    planted.push({ way, refusedBy });
  }
  return planted;
}

async function plant(
  pool: pg.Pool,
  first: NamedStatement | undefined,
  statement: NamedStatement,
  value: string,
): Promise<string | null> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (first !== undefined) await client.query(first);
    await client.query({ ...statement, values: [value] });
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
