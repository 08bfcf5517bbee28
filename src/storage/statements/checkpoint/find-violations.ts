import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { SHOWN, violationColumns, violationRow } from './violation.ts';

/** Enforcement records by id. $1, $2 row scope; $3 ids. */
export const findViolations = defineStatement({
  name: 'checkpoint.find-violations',
  scoped: true,
  row: violationRow,
  columns: violationColumns,
  text: (columns) => `
select ${columns}
from checkpoint.violation v
where ${inScope('Violation', 'v', 1)}
  and ${SHOWN}
  and v.id = any($3::text[])`,
});
