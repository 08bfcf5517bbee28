import { defineStatement } from '../../statement.ts';
import { bucketOf } from '../time-bucket.ts';
import { violationsAskedFor } from './list-violations.ts';
import { violationColumns, violationRow } from './violation.ts';

const afterTheLast = `($12::text is null or v.violation_time < $11::timestamptz + $14::interval
    and (v.violation_time < $11::timestamptz or v.id > $12))`;

/**
 * A page of enforcement records, newest bucket first, in the order of ids within a bucket. Parameters as those of
 * list-violations, but $11 is the start of the last row's bucket; $14 the bucket's width.
 */
export const listViolationsByBucket = defineStatement({
  name: 'checkpoint.list-violations-by-bucket',
  scoped: true,
  row: violationRow,
  plannedAnew: true,
  columns: violationColumns,
  always: ['violationTime'],
  text: (columns) => `
with newest as (
  select v.violation_time
  from checkpoint.violation v
  where ${violationsAskedFor}
    and ${afterTheLast}
  order by v.violation_time desc
  limit $13
)
select ${columns}
from checkpoint.violation v
where ${violationsAskedFor}
  and ${afterTheLast}
  and v.violation_time >= (select ${bucketOf('min(newest.violation_time)', '$14')} from newest)
order by ${bucketOf('v.violation_time', '$14')} desc, v.id
limit $13`,
});
