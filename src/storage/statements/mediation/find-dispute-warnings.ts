import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { disputeWarningColumns, disputeWarningRow } from './list-dispute-warnings.ts';

/** Warnings by id. $1 to $3 row scope; $4 ids. */
export const findDisputeWarnings = defineStatement({
  name: 'mediation.find-dispute-warnings',
  scoped: true,
  row: disputeWarningRow,
  columns: disputeWarningColumns,
  text: (columns) => `
select ${columns}
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and w.id = any($4::text[])`,
});
