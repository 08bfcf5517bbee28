import { defineStatement } from '../../statement.ts';
import { bucketOf } from '../time-bucket.ts';
import { gantryPassageColumns, gantryPassageRow } from './gantry-passage.ts';
import { passagesOfGantry } from './list-gantry-passages.ts';

const bucket = bucketOf('p.trans_time', '$7');

/**
 * The passages of each gantry's newest buckets, in the order of ids within a bucket. Parameters as those of
 * list-gantry-passages; $7 the bucket's width.
 */
export const listGantryPassagesByBucket = defineStatement({
  name: 'traffic.list-gantry-passages-by-bucket',
  scoped: true,
  row: gantryPassageRow,
  columns: gantryPassageColumns,
  always: ['gantryId'],
  text: (columns) => `
select ${columns}
from unnest($3::text[]) as parent (id)
cross join lateral (
  select *
  from traffic.gantry_passage p
  where ${passagesOfGantry}
    and p.trans_time >= (
      select ${bucketOf('min(newest.trans_time)', '$7')}
      from (select p.trans_time from traffic.gantry_passage p where ${passagesOfGantry} order by p.trans_time desc limit $6) newest
    )
  order by ${bucket} desc, p.id
  limit $6
) p
order by ${bucket} desc, p.id`,
});
