import type { Pool } from 'pg';
import type { DetailReader } from '../audit/index.ts';
import { runNamed } from './run-named.ts';

const READ = {
  name: 'oversight.read-record-detail',
  text: 'select id, detail from oversight.record_detail where log = $1 and id = any($2::uuid[])',
};

/** Detail of records in PostgreSQL, stored with the log's batches. */
export function createDetailReader(pool: Pool): DetailReader {
  return {
    async readDetails(log, ids) {
      const { rows } = await runNamed<{ id: string; detail: string }>(pool, READ, [log, ids]);
      return new Map(rows.map(({ id, detail }) => [id, detail]));
    },
  };
}
