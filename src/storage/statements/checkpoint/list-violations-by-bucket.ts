import { defineStatement } from '../../statement.ts';
import { bucketOf } from '../time-bucket.ts';
import { violationsAskedFor } from './list-violations.ts';
import { violationColumns, violationRow } from './violation.ts';

const afterTheLast = `($9::text is null or v.violation_time < $8::timestamptz + $11::interval
    and (v.violation_time < $8::timestamptz or v.id > $9))`;

/**
 * A page of enforcement records, newest bucket first, in the order of ids within a bucket. Parameters as those of
 * list-violations, but $8 is the start of the last row's bucket; $11 the bucket's width.
 */
export const listViolationsByBucket = defineStatement({
  name: 'checkpoint.list-violations-by-bucket',
  scoped: true,
  row: violationRow,
  plannedAnew: true,
  text: `
with newest as (
  select v.violation_time
  from checkpoint.violation v
  where ${violationsAskedFor}
    and ${afterTheLast}
  order by v.violation_time desc
  limit $10
)
select ${violationColumns}
from checkpoint.violation v
where ${violationsAskedFor}
  and ${afterTheLast}
  and v.violation_time >= (select ${bucketOf('min(newest.violation_time)', '$11')} from newest)
order by ${bucketOf('v.violation_time', '$11')} desc, v.id
limit $10`,
});
