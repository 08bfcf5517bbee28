import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { optionalReal, text, whole } from '../shapes.ts';
import { SHOWN } from './violation.ts';

const violationRateRow = z.strictObject({
  segmentId: text,
  violationCode: text,
  violations: whole,
  passages: whole,
  perTenThousand: optionalReal,
});

/** Violations with one code on one segment. */
export type ViolationRateRow = z.infer<typeof violationRateRow>;

/**
 * Violations by segment and code, the most frequent first, and the vehicles counted there. $1, $2 row scope of
 * violations; $3 to $5 of passages; $6 segment ids, $7 from, $8 to. A cancelled record is no violation. Materialised,
 * so that a segment's passages are counted once and not once for each code.
 */
export const rateViolations = defineStatement({
  name: 'checkpoint.rate-violations',
  scoped: true,
  row: violationRateRow,
  text: `
with recorded as materialized (
  select v.segment_id, v.violation_code, count(*) as violations
  from checkpoint.violation v
  where ${inScope('Violation', 'v', 1)}
    and ${SHOWN}
    and v.status <> 'CANCELLED'
    and v.segment_id = any($6::text[])
    and v.violation_time >= $7::timestamptz and v.violation_time < $8::timestamptz
  group by v.segment_id, v.violation_code
), counted as materialized (
  select asked.segment_id, passed.passages
  from (select distinct segment_id from recorded) asked
  cross join lateral (
    select count(*) as passages
    from checkpoint.passage p
    where ${inScope('CheckpointPassage', 'p', 3)}
      and p.segment_id = asked.segment_id
      and p.pass_time >= $7::timestamptz and p.pass_time < $8::timestamptz
  ) passed
)
select segment_id as "segmentId", r.violation_code as "violationCode", r.violations, c.passages,
  round(10000.0 * r.violations / nullif(c.passages, 0), 2)::float8 as "perTenThousand"
from recorded r
join counted c using (segment_id)
order by segment_id, r.violations desc, r.violation_code`,
});
