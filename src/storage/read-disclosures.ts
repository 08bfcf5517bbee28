import type { Pool } from 'pg';
import { runNamed } from './run-named.ts';

const PAGE = 500;
const READ_PAGE = {
  name: 'oversight.read-disclosures',
  text: `select log, index, leaf from oversight.disclosure
    where recorded_at >= $1 and (log, index) > ($2, $3::bigint) and stage in ('RELEASE', 'DENY')
    order by log, index limit ${PAGE}`,
};

interface RecordLeaf {
  readonly log: string;
  readonly index: number;
  readonly leaf: Buffer;
}

/** The bytes of every record of an answer or a denial since an instant, log by log and in its order, a page at a time. */
export async function* readDisclosuresSince(pool: Pool, since: string): AsyncGenerator<Buffer> {
  let last = { log: '', index: -1 };
  for (;;) {
    const { rows } = await runNamed<RecordLeaf>(pool, READ_PAGE, [since, last.log, last.index]);
    for (const { leaf } of rows) yield leaf;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end;
  }
}
