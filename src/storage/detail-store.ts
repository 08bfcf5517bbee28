import type { Pool } from 'pg';
import type { DetailReader, DetailStore } from '../audit/index.ts';
import { runNamed } from './run-named.ts';

// Not flushed by itself: what is committed later on the same server is flushed behind it, and so with it.
const KEEP = {
  name: 'oversight.keep-record-detail',
  text: `
with unflushed as materialized (select set_config('synchronous_commit', 'off', true))
insert into oversight.record_detail (log, id, detail)
select $1, each.id, each.detail
from unflushed, unnest($2::uuid[], $3::text[]) as each (id, detail)`,
};

const READ = {
  name: 'oversight.read-record-detail',
  text: 'select id, detail from oversight.record_detail where log = $1 and id = any($2::uuid[])',
};

/** Detail of records in PostgreSQL, beside the log that commits to it. */
export function createDetailStore(pool: Pool): DetailStore & DetailReader {
  return {
    async keep(log, details) {
      await runNamed(pool, KEEP, [log, details.map(({ id }) => id), details.map(({ text }) => text)]);
    },
    async readDetails(log, ids) {
      const { rows } = await runNamed<{ id: string; detail: string }>(pool, READ, [log, ids]);
      return new Map(rows.map(({ id, detail }) => [id, detail]));
    },
  };
}
