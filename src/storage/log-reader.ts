import type { Pool } from 'pg';
import type { LogEntry, LogInfo, LogReader, StoredHead } from '../audit/index.ts';
import { type NamedStatement, runNamed } from './run-named.ts';

const LIST_LOGS = {
  name: 'oversight.list-logs',
  text: `
select l.log, l.origin, l.born_at as "bornAt", l.closed_at as "closedAt",
  (select coalesce(max(p.to_index), 0) from oversight.prune p where p.log = l.log) as "prunedTo",
  (select json_agg(json_build_object('vkey', k.vkey, 'fromSize', k.from_size) order by k.from_size)
     from oversight.log_key k where k.log = l.log) as keys
from oversight.log l
order by l.log`,
};

const READ_HEAD = {
  name: 'oversight.read-log-head',
  text: 'select log, size, root, frontier, note from oversight.log_head where log = $1',
};

// A page is bounded by what its records hold: 200 of the largest are 13 MB.
const PAGE = 200;
const READ_ENTRIES = {
  name: 'oversight.read-log-entries',
  text: `
select index, leaf
from oversight.disclosure
where log = $1 and index >= $2 and index < $3
order by index
limit ${PAGE}`,
};

// Full tiles hold the hashes of their records; behind the last one they are computed (RFC 6962: 0x00, then the record).
const READ_LEAF_HASHES = {
  name: 'oversight.read-leaf-hashes',
  text: `
with ask as (select $1::text as log, $2::bigint as first, $3::bigint as after),
tile as (
  select t.index * 256 + at as place, substr(t.hashes, at * 32 + 1, 32) as hash
  from ask join oversight.log_tile t
    on t.log = ask.log and t.level = 0 and t.index between ask.first / 256 and (ask.after - 1) / 256
  cross join generate_series(0, 255) as at
),
tail as (
  select d.index as place, sha256('\\x00'::bytea || d.leaf) as hash
  from ask join oversight.disclosure d
    on d.log = ask.log and d.index >= ask.first and d.index < ask.after
  where not exists (
    select from oversight.log_tile t where t.log = ask.log and t.level = 0 and t.index = d.index / 256)
)
select place, hash
from (select * from tile union all select * from tail) as found, ask
where place >= ask.first and place < ask.after
order by place`,
};

// A hash of one level is the root of the full tile below it.
const READ_TILE_ROOTS = {
  name: 'oversight.read-tile-roots',
  text: `
select index as place, root as hash
from oversight.log_tile
where log = $1 and index >= $2 and index < $3 and level = $4
order by index`,
};

/** Reads the logs of a database. */
export function createLogReader(pool: Pool): LogReader {
  async function run<Row extends object>(
    statement: NamedStatement,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return (await runNamed<Row>(pool, statement, values)).rows;
  }

  return {
    async listLogs() {
      const rows = await run<LogInfo>(LIST_LOGS, []);
      return rows.map((row) => ({ ...row, keys: row.keys ?? [] }));
    },
    async readHead(log) {
      return (await run<StoredHead>(READ_HEAD, [log]))[0] ?? null;
    },
    async *readEntries(log, fromIndex, toIndex) {
      for (let next = fromIndex; next < toIndex;) {
        const rows = await run<LogEntry>(READ_ENTRIES, [log, next, toIndex]);
        yield* rows;
        if (rows.length < PAGE) return;
        next = rows.at(-1)!.index + 1;
      }
    },
    async readHashes(log, tileLevel, from, to) {
      const rows =
        tileLevel === 0
          ? await run<PlacedHash>(READ_LEAF_HASHES, [log, from, to])
          : await run<PlacedHash>(READ_TILE_ROOTS, [log, from, to, tileLevel - 1]);
      // What lies behind a gap is of no use to a tree.
      const gap = rows.findIndex(({ place }, at) => place !== from + at);
      return (gap < 0 ? rows : rows.slice(0, gap)).map(({ hash }) => hash);
    },
  };
}

interface PlacedHash {
  readonly place: number;
  readonly hash: Buffer;
}
