import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/index.ts';
import { type Database, deriveCommitted } from '../../src/storage/index.ts';
import { openLog } from '../../src/wiring/index.ts';
import { KINDS } from './entries.ts';

/** Whole tiles of 256. */
const STEP = 102_400;

/** A log of invented records, evenly over a span. */
interface FilledLog {
  readonly records: number;
  readonly from: Date;
  readonly to: Date;
}

type Progress = (label: string, done: number, total: number) => void;

/**
 * Writes one record of each kind through the log, and copies what was derived of them until the log `bench` is long enough:
 * other callers, cases, subjects and instants, and the tables and indexes as the migrations have them.
 */
export async function fillLog(database: Database, log: FilledLog, onProgress: Progress): Promise<void> {
  await writeKinds(database);
  await database.owner(async (owner) => {
    await owner.query(MAKE_KINDS, [KINDS.map(({ share }) => share)]);
    await owner.query(OPEN_LOG, [log.records]);
    const times = [log.from, log.to, log.records];
    for (let from = 0; from < log.records; from += STEP) {
      const before = Math.min(from + STEP, log.records);
      await owner.query(COPY_RECORDS, [from, before, ...times]);
      await owner.query(COPY_LEAVES, [from, before]);
      onProgress('records', before, log.records);
    }
    for (let from = 0; from < log.records; from += STEP) {
      const before = Math.min(from + STEP, log.records);
      await owner.query(`select oversight.tally_range('bench', $1, $2, 1)`, [from, before]);
      onProgress('tallied', before, log.records);
    }
    await owner.query(`update oversight.log_derived set tallied_to = to_index where log = 'bench'`);
    await owner.query('drop table oversight.bench_kind');
    await owner.query('vacuum analyze oversight.disclosure, oversight.log_batch, oversight.disclosure_tally');
  });
}

async function writeKinds(database: Database): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-bench-kinds-'));
  const audit = await openLog({
    database,
    folder,
    log: 'kinds',
    gatewayName: 'bench',
    clock: systemClock,
    onMessage: () => undefined,
  });
  try {
    for (const { entry } of KINDS) await audit.record(entry);
    await deriveCommitted(database.app, 'kinds');
  } finally {
    await audit.close();
    await rm(folder, { recursive: true });
  }
}

// Which of 100,000 places a kind has, and of a leaf what a list reads of it. The first record is of the log's own beginning.
const MAKE_KINDS = `
create table oversight.bench_kind as
select d.*, sum(share) over (order by d.index) - share as from_place, sum(share) over (order by d.index) as before_place,
  convert_to(jsonb_build_object('fields', leaf.told -> 'fields', 'result', leaf.told -> 'result')::text, 'UTF8') as leaf
from oversight.disclosure d
join unnest($1::integer[]) with ordinality as kind (share, at) on kind.at = d.index
cross join lateral (
  select convert_from(read.leaf, 'UTF8')::jsonb as told from oversight.read_leaves(d.log, d.index, d.index + 1) as read
) leaf
where d.log = 'kinds'`;

const OPEN_LOG = `
with opened as (
  insert into oversight.log (log, origin, born_at) values ('bench', 'lukou.bench/bench', now())
), headed as (
  insert into oversight.log_head (log, size, root, frontier, note)
  values ('bench', $1, sha256(''), array[sha256('')], 'a note')
)
insert into oversight.log_derived (log, to_index) values ('bench', $1)`;

const EACH_RECORD = `
from generate_series($1::bigint, $2::bigint - 1) as n
join oversight.bench_kind k on (hashint8(n)::bigint & 2147483647) % 100000 >= k.from_place
  and (hashint8(n)::bigint & 2147483647) % 100000 < k.before_place`;

const COPY_RECORDS = `
insert into oversight.disclosure (log, index, id, recorded_at, stage, agency, role, actor, purpose, case_reference,
  operation_name, code, row_count, agreements, coordinates, denied, decisions, denials, owners, subjects, open_divisions,
  max_sensitivity, break_glass)
select 'bench', n, gen_random_uuid(), $3::timestamptz + n * (($4::timestamptz - $3::timestamptz) / $5::integer), k.stage, k.agency,
  k.role, case k.role when 'public' then 'public' else 'p1_' || md5((n * 7919 % 3000)::text) end, k.purpose,
  case when k.case_reference is not null then 'A-2026-' || n % 40000 end, k.operation_name, k.code, n % 50, k.agreements,
  k.coordinates, k.denied, k.decisions, k.denials, k.owners, array['s1_' || substr(md5((n % 500000)::text), 1, 22)],
  k.open_divisions, k.max_sensitivity, k.break_glass
${EACH_RECORD}`;

const COPY_LEAVES = `
insert into oversight.log_batch (log, first_index, ends, leaves, owners)
select 'bench', tile * 256, array_agg(ends::integer order by n), string_agg(leaf, ''::bytea order by n), array_agg('-'::text order by n)
from (
  select n, n / 256 as tile, k.leaf, sum(octet_length(k.leaf)) over (partition by n / 256 order by n) as ends
  ${EACH_RECORD}
) each
group by tile`;
