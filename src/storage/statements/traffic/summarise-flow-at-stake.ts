import { defineStatement } from '../../statement.ts';
import { flowBucketColumns, flowBucketRow, flowBuckets } from './flow-buckets.ts';

/** Flow at one stake of a road in buckets. $1 route number, $2 stake in metres, $3 from, $4 to, $5 hour, day or month. */
export const summariseFlowAtStake = defineStatement({
  name: 'traffic.summarise-flow-at-stake',
  scoped: false,
  row: flowBucketRow,
  text: `${flowBuckets(
    `f.segment_id in (
      select s.id from traffic.road_segment s
      where s.road_code = $1::text
        and least(s.start_stake_m, s.end_stake_m) <= $2::float8
        and greatest(s.start_stake_m, s.end_stake_m) > $2::float8)
    and f.period_start >= $3::timestamptz and f.period_start < $4::timestamptz`,
    '$5',
  )}
select ${flowBucketColumns}
from counted
group by bucket, vehicle_class
order by bucket, vehicle_class`,
});
