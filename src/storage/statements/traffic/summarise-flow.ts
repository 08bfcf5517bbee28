import { defineStatement } from '../../statement.ts';
import { text } from '../shapes.ts';
import { flowBucketColumns, flowBucketRow, flowBuckets } from './flow-buckets.ts';

/** Flow on segments in buckets. $1 segment ids, $2 from, $3 to, $4 hour, day or month. */
export const summariseFlow = defineStatement({
  name: 'traffic.summarise-flow',
  scoped: false,
  row: flowBucketRow.extend({ segmentId: text }),
  text: `${flowBuckets(
    'f.segment_id = any($1::text[]) and f.period_start >= $2::timestamptz and f.period_start < $3::timestamptz',
    '$4',
  )}
select segment_id as "segmentId", ${flowBucketColumns}
from counted
group by segment_id, bucket, vehicle_class
order by segment_id, bucket, vehicle_class`,
});
