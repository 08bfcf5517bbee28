import type { Client } from 'pg';
import type { Database } from '../../src/storage/index.ts';

/** Each vehicle passes so often in the year that is filled, together with the vehicle of the next number. */
const PASSAGES_EACH = 200;
const YEAR_DAYS = 365;
const STEP = 1_000_000;
const CHECKPOINTS = 1_000;
/** One passage in ten has another under a gantry. */
const PER_GANTRY = 10;
/** Of the vehicle that is out all day: nearly as many in 93 days as companions are told for. */
const BUSY_PASSAGES = 3_800;

/** The case that the questions are asked for. */
export const CASE = 'BENCH-0001';
/** The vehicle that is out all day. */
export const BUSY_PLATE = '蒙E99999';

/** What was filled. */
export interface FilledPassages {
  readonly vehicles: number;
  /** The end of the year. */
  readonly to: Date;
}

/** The plate of a vehicle, as the database makes it too. */
export function plateOf(vehicle: number): string {
  return `蒙E${vehicle.toString(16).toUpperCase().padStart(5, '0')}`;
}

/**
 * A year of invented passages at 1,000 checkpoints, and a tenth of them under gantries, evenly over the months. Vehicles
 * pass in pairs, 20 seconds apart; whoever else is there at the time is so by chance. Indexes are made at the end, which
 * is faster: the same ones as the migrations have.
 */
export async function fillPassages(
  database: Database,
  rows: number,
  onProgress: (message: string) => void,
): Promise<FilledPassages> {
  const to = new Date();
  const from = new Date(to.getTime() - YEAR_DAYS * 86_400_000);
  const vehicles = Math.max(2, 2 * Math.floor(rows / PASSAGES_EACH / 2));
  const rebuild = await database.owner(async (owner) => [
    ...(await dropIndexes(owner, 'passage')),
    ...(await dropIndexes(owner, 'gantry_passage')),
  ]);
  const { ingest } = database;
  for (const table of ['checkpoint.passage', 'traffic.gantry_passage'])
    await ingest.query(
      `select ingest.ensure_month($1, (month at time zone 'Asia/Shanghai')::date)
       from generate_series(date_trunc('month', $2::timestamptz, 'Asia/Shanghai'), $3, interval '1 month') month`,
      [table, from, to],
    );
  await ingest.query(PLACES);
  await ingest.query(OPEN_CASE, [CASE, from]);
  for (let first = 0; first < rows; first += STEP) {
    const before = Math.min(first + STEP, rows);
    const span = [first, before - 1, vehicles, from, to];
    await ingest.query(PASSAGES, span);
    await ingest.query(GANTRY_PASSAGES, span);
    onProgress(`passages: ${before} of ${rows}`);
  }
  await ingest.query(BUSY, [from, to, BUSY_PLATE]);
  await database.owner(async (owner) => {
    await owner.query(`set maintenance_work_mem = '512MB'`);
    for (const [at, statement] of rebuild.entries()) {
      await owner.query(statement);
      onProgress(`indexes: ${at + 1} of ${rebuild.length}`);
    }
    await owner.query('vacuum analyze checkpoint.passage, traffic.gantry_passage, checkpoint.checkpoint');
  });
  return { vehicles, to };
}

/** Drops all indexes of a table but its key; returns what makes them again, on every partition. */
async function dropIndexes(owner: Client, table: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(
    `select schemaname || '.' || indexname as name, indexdef as definition
     from pg_indexes where tablename = $1 and indexname not like '%_pkey'`,
    [table],
  );
  for (const { name } of rows) await owner.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '));
}

const PLACES = `
with roads as (
  insert into traffic.road (id, code_system, road_ref, online_label) values ('r', 'GB_T_917', 'G10', 'PUBLIC')
), segments as (
  insert into traffic.road_segment (id, road_id, code_system, road_ref, online_label) values ('s', 'r', 'GB_T_917', 'G10', 'PUBLIC')
), gantries as (
  insert into traffic.gantry (id, segment_id, division_code, direction, online_label)
  select 'g' || n, 's', '150724', 'UP', 'INTERNAL' from generate_series(0, 299) n
)
insert into checkpoint.checkpoint (id, name, division_code, status, category, usage, lon, lat, online_label)
select 'c' || n, 'checkpoint ' || n, '150' || n % 9 + 1 || '2' || n % 10, 'NORMAL', 'COUNTY', 'TRAFFIC',
  111 + (n * 7919 % 14000) / 1000.0, 39 + (n * 104729 % 13000) / 1000.0, 'INTERNAL'
from generate_series(0, ${CHECKPOINTS - 1}) n`;

const OPEN_CASE = `
insert into oversight.case_file (agency, case_no, purposes, opened_at, online_label)
values ('AG-TRAFFIC-POLICE', $1, '{PUBLIC_SAFETY}', $2, 'INTERNAL')`;

// Row n is passage n / vehicles of vehicle n % vehicles; a pair shares when and where, and the second is 20 seconds behind.
const MOVES = `
from generate_series($1::bigint, $2::bigint) n
cross join lateral (select n / $3::int as turn, n % $3::int as vehicle, n % $3::int / 2 as pair) v
cross join lateral (
  select hashint8extended(pair, turn) & 1073741823 as place,
    $4::timestamptz + ($5::timestamptz - $4::timestamptz) * ((turn + (hashint8extended(pair, 7) & 65535) / 65536.0) / ${PASSAGES_EACH + 1})
      + vehicle % 2 * interval '20 seconds' as at
) m`;

const PASSAGES = `
insert into checkpoint.passage (id, checkpoint_id, segment_id, division_code, usage, lane_no, pass_time, plate_no, plate_class,
  plate_color, vehicle_class, vehicle_group, speed_kph, vehicle_color, online_label)
select 'b' || lpad(n::text, 10, '0'), 'c' || place % ${CHECKPOINTS}, 's' || place % ${CHECKPOINTS}, '150' || place % 9 + 1 || '2' || place % 10,
  'TRAFFIC', 1, at, '蒙E' || lpad(upper(to_hex(vehicle)), 5, '0'), '02', 'BLUE', 'K33', 'PASSENGER_CAR', 80, 'WHITE', 'RESTRICTED'
${MOVES}`;

const GANTRY_PASSAGES = `
insert into traffic.gantry_passage (id, gantry_id, segment_id, division_code, trans_time, media_type, vehicle_plate, vehicle_type,
  vehicle_group, axle_count, trade_result, online_label)
select 't' || lpad(n::text, 10, '0'), 'g' || place % 300, 's', '150724', at, 'OBU', '蒙E' || lpad(upper(to_hex(vehicle)), 5, '0'), '1',
  'PASSENGER_CAR', 2, '1', 'RESTRICTED'
${MOVES}
where turn % ${PER_GANTRY} = 0`;

const BUSY = `
insert into checkpoint.passage (id, checkpoint_id, segment_id, division_code, usage, lane_no, pass_time, plate_no, vehicle_group, online_label)
select 'busy' || n, 'c' || n * 7 % ${CHECKPOINTS}, 's', '150724', 'TRAFFIC', 1, $1::timestamptz + ($2::timestamptz - $1::timestamptz) * (n / ${BUSY_PASSAGES}.0),
  $3, 'PASSENGER_CAR', 'RESTRICTED'
from generate_series(0, ${BUSY_PASSAGES - 1}) n`;
