import type { Pool } from 'pg';
import { deriveCommitted } from './derive-log.ts';
import { runNamed } from './run-named.ts';

const PAGE = 500;
const READ_PAGE = {
  name: 'oversight.read-disclosures',
  text: `select d.log, d.index, (select leaf from oversight.read_leaves(d.log, d.index, d.index + 1))
    from oversight.disclosure d
    where d.recorded_at >= $1 and (d.log, d.index) > ($2, $3::bigint) and d.stage in ('RELEASE', 'DENY')
    order by d.log, d.index limit ${PAGE}`,
};

interface RecordLeaf {
  readonly log: string;
  readonly index: number;
  readonly leaf: Buffer;
}

/** The bytes of every record of an answer or a denial since an instant, log by log and in its order, a page at a time. */
export async function* readDisclosuresSince(pool: Pool, since: string): AsyncGenerator<Buffer> {
  await deriveCommitted(pool);
  let last = { log: '', index: -1 };
  for (;;) {
    const { rows } = await runNamed<RecordLeaf>(pool, READ_PAGE, [since, last.log, last.index]);
    for (const { leaf } of rows) yield leaf;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end;
  }
}
