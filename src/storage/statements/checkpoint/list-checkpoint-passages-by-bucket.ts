import { defineStatement } from '../../statement.ts';
import { bucketOf } from '../time-bucket.ts';
import { passagesOfParent } from './list-checkpoint-passages.ts';
import { passageColumns, passageRow } from './passage.ts';

const bucket = bucketOf('p.pass_time', '$8');

/**
 * The passages of each checkpoint's newest buckets, in the order of ids within a bucket. Parameters as those of
 * list-checkpoint-passages; $8 the bucket's width.
 */
export const listCheckpointPassagesByBucket = defineStatement({
  name: 'checkpoint.list-checkpoint-passages-by-bucket',
  scoped: true,
  row: passageRow,
  columns: passageColumns,
  always: ['checkpointId'],
  text: (columns) => `
select ${columns}
from unnest($4::text[]) as parent (id)
cross join lateral (
  select *
  from checkpoint.passage p
  where ${passagesOfParent}
    and p.pass_time >= (
      select ${bucketOf('min(newest.pass_time)', '$8')}
      from (select p.pass_time from checkpoint.passage p where ${passagesOfParent} order by p.pass_time desc limit $7) newest
    )
  order by ${bucket} desc, p.id
  limit $7
) p
order by ${bucket} desc, p.id`,
});
