import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { SHOWN, violationColumns, violationRow } from './violation.ts';

/** What a list of records tests, but for the place of a page: parameters $1 to $7 of {@link listViolations}. */
export const violationsAskedFor = `${inScope('Violation', 'v', 1)}
  and ${SHOWN}
  and ($3::text is null or v.division_code between $3 and $4::text)
  and v.violation_time >= $5::timestamptz and v.violation_time < $6::timestamptz
  and ($7::text[] is null or v.violation_code = any($7))`;

/**
 * A page of enforcement records, newest first. $1, $2 row scope; $3, $4 first and last division, $5 from, $6 to,
 * $7 codes; $8, $9 instant and id of the last row seen; $10 rows.
 */
export const listViolations = defineStatement({
  name: 'checkpoint.list-violations',
  scoped: true,
  row: violationRow,
  plannedAnew: true,
  text: `
select ${violationColumns}
from checkpoint.violation v
where ${violationsAskedFor}
  and ($9::text is null
    or v.violation_time <= $8::timestamptz and (v.violation_time < $8::timestamptz or v.id > $9))
order by v.violation_time desc, v.id
limit $10`,
});
