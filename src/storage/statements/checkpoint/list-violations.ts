import { defineStatement } from '../../statement.ts';
import { isOverdue } from '../is-overdue.ts';
import { inScope } from '../row-scope.ts';
import { SHOWN, violationColumns, violationRow } from './violation.ts';

/** What a list of records tests, but for the place of a page: parameters $1 to $10 of {@link listViolations}. */
export const violationsAskedFor = `${inScope('Violation', 'v', 1)}
  and ${SHOWN}
  and ($3::text is null or v.division_code between $3 and $4::text)
  and v.violation_time >= $5::timestamptz and v.violation_time < $6::timestamptz
  and ($7::text[] is null or v.violation_code = any($7))
  and ($8::text[] is null or v.status = any($8))
  and ${isOverdue('v', 9)}`;

/**
 * A page of enforcement records, newest first. $1, $2 row scope; $3, $4 first and last division, $5 from, $6 to,
 * $7 codes, $8 states, $9 whether it is overdue, $10 now; $11, $12 instant and id of the last row seen; $13 rows.
 */
export const listViolations = defineStatement({
  name: 'checkpoint.list-violations',
  scoped: true,
  row: violationRow,
  plannedAnew: true,
  columns: violationColumns,
  always: ['violationTime'],
  text: (columns) => `
select ${columns}
from checkpoint.violation v
where ${violationsAskedFor}
  and ($12::text is null
    or v.violation_time <= $11::timestamptz and (v.violation_time < $11::timestamptz or v.id > $12))
order by v.violation_time desc, v.id
limit $13`,
});
