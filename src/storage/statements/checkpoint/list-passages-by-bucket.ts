import { defineStatement } from '../../statement.ts';
import { bucketOf } from '../time-bucket.ts';
import { passagesAskedFor } from './list-passages.ts';
import { passageColumns, passageRow } from './passage.ts';

const bucket = bucketOf('p.pass_time', '$14');
const afterTheLast = `($12::text is null or p.pass_time < $11::timestamptz + $14::interval
    and (p.pass_time < $11::timestamptz or p.id > $12))`;

/**
 * A page of passages, newest bucket first, in the order of ids within a bucket. Parameters as those of list-passages,
 * but $11 is the start of the last row's bucket; $14 the bucket's width.
 *
 * The newest rows say how far back the page can reach, by the index; only rows from there on are put in order.
 */
export const listPassagesByBucket = defineStatement({
  name: 'checkpoint.list-passages-by-bucket',
  scoped: true,
  row: passageRow,
  plannedAnew: true,
  columns: passageColumns,
  always: ['passTime'],
  text: (columns) => `
with newest as (
  select p.pass_time
  from checkpoint.passage p
  where ${passagesAskedFor}
    and ${afterTheLast}
  order by p.pass_time desc
  limit $13
)
select ${columns}
from checkpoint.passage p
where ${passagesAskedFor}
  and ${afterTheLast}
  and p.pass_time >= (select ${bucketOf('min(newest.pass_time)', '$14')} from newest)
order by ${bucket} desc, p.id
limit $13`,
});
