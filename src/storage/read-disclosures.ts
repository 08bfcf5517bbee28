import type { Pool } from 'pg';
import { storageFault } from './storage-fault.ts';

const PAGE = 500;
const READ_PAGE = {
  name: 'oversight.read-disclosures',
  text: `select log, index, leaf from oversight.disclosure
    where recorded_at >= $1 and (log, index) > ($2, $3::bigint) and stage in ('RELEASE', 'DENY')
    order by log, index limit ${PAGE}`,
};

/** The bytes of every record of an answer or a denial since an instant, log by log and in its order, a page at a time. */
export async function* readDisclosuresSince(pool: Pool, since: string): AsyncGenerator<Buffer> {
  let last = { log: '', index: -1 };
  for (;;) {
    const { rows } = await pool
      .query<{ log: string; index: number; leaf: Buffer }>({
        ...READ_PAGE,
        values: [since, last.log, last.index],
      })
      .catch((error: unknown) => {
        throw storageFault(error, READ_PAGE.name);
      });
    for (const { leaf } of rows) yield leaf;
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = end;
  }
}
