import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { jointWarningColumns, jointWarningRow } from './list-joint-warnings.ts';

/** A pushed warning, closed or not. $1 to $3 row scope; $4 id, $5 the unit that acts on it with others; null for every one. */
export const findJointWarning = defineStatement({
  name: 'mediation.find-joint-warning',
  scoped: true,
  row: jointWarningRow,
  columns: jointWarningColumns,
  text: (columns) => `
select ${columns}
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and w.id = $4
  and ($5::text is null or $5 = any(w.joint_units))
  and w.status <> 'SCORED'`,
});
