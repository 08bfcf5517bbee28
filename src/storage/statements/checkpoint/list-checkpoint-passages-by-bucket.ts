import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { bucketOf } from '../time-bucket.ts';
import { passageColumns, passageRow } from './passage.ts';

const ofParent = `${inScope('CheckpointPassage', 'p', 1)}
    and p.checkpoint_id = parent.id
    and p.pass_time >= $5::timestamptz and p.pass_time < $6::timestamptz`;
const bucket = bucketOf('p.pass_time', '$8');

/**
 * The passages of each checkpoint's newest buckets, in the order of ids within a bucket. Parameters as those of
 * list-checkpoint-passages; $8 the bucket's width.
 */
export const listCheckpointPassagesByBucket = defineStatement({
  name: 'checkpoint.list-checkpoint-passages-by-bucket',
  scoped: true,
  row: passageRow,
  text: `
select ${passageColumns}
from unnest($4::text[]) as parent (id)
cross join lateral (
  select *
  from checkpoint.passage p
  where ${ofParent}
    and p.pass_time >= (
      select ${bucketOf('min(newest.pass_time)', '$8')}
      from (select p.pass_time from checkpoint.passage p where ${ofParent} order by p.pass_time desc limit $7) newest
    )
  order by ${bucket} desc, p.id
  limit $7
) p
order by ${bucket} desc, p.id`,
});
