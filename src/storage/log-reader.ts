import type { Pool } from 'pg';
import type { LogEntry, LogInfo, LogReader, StoredHead } from '../audit/index.ts';
import { type NamedStatement, runNamed } from './run-named.ts';

const LIST_LOGS = {
  name: 'oversight.list-logs',
  text: `
select l.log, l.origin, l.born_at as "bornAt", l.closed_at as "closedAt",
  (select coalesce(max(p.to_index), 0) from oversight.prune p where p.log = l.log) as "prunedTo",
  (select json_agg(json_build_object('vkey', k.vkey, 'fromSize', k.from_size, 'note', k.note) order by k.from_size)
     from oversight.log_key k where k.log = l.log) as keys
from oversight.log l
order by l.log`,
};

const READ_HEAD = {
  name: 'oversight.read-log-head',
  text: 'select log, size, root, frontier, note from oversight.log_head where log = $1',
};

// A page is a tile: 256 of the largest records are 17 MB.
const PAGE = 256;
const READ_ENTRIES = {
  name: 'oversight.read-log-entries',
  text: 'select index, leaf from oversight.read_leaves($1, $2, $3) order by index',
};

const FIND_NEXT = {
  name: 'oversight.find-next-entry',
  text: `
select first_index as next
from oversight.log_batch
where log = $1 and first_index >= $2
order by first_index
limit 1`,
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
  select behind.index as place, sha256('\\x00'::bytea || behind.leaf) as hash
  from ask
  cross join lateral (
    select coalesce(max(t.index) + 1, 0) * 256 as tiled
    from oversight.log_tile t where t.log = ask.log and t.level = 0
  ) full_tiles
  cross join lateral oversight.read_leaves(ask.log, greatest(ask.first, tiled), ask.after) as behind
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
        const end = Math.min(toIndex, (Math.floor(next / PAGE) + 1) * PAGE);
        const entries = await run<LogEntry>(READ_ENTRIES, [log, next, end]);
        yield* entries;
        next = end;
        if (entries.length > 0) continue;
        const [found] = await run<{ next: number }>(FIND_NEXT, [log, end]);
        if (found === undefined) return;
        next = found.next;
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
