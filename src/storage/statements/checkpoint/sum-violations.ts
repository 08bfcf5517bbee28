import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { statisticCellRow, sumCells } from '../statistic-cell.ts';
import { SHOWN } from './violation.ts';

/**
 * Violations by month and keys. $1, $2 row scope; $3 from, $4 to; $5 whether to group by division, segment, code; $6
 * fewest vehicles that need not be named. A cancelled record is no violation.
 */
export const sumViolations = defineStatement({
  name: 'checkpoint.sum-violations',
  scoped: true,
  row: statisticCellRow,
  plannedAnew: true,
  text: sumCells({
    instant: 'v.violation_time',
    keys: ['v.division_code', 'v.segment_id', 'v.violation_code'],
    flags: '$5',
    subject: 'v.plate_no',
    k: '$6',
    rows: `from checkpoint.violation v
  where ${inScope('Violation', 'v', 1)}
    and ${SHOWN}
    and v.status <> 'CANCELLED'
    and v.violation_time >= $3::timestamptz and v.violation_time < $4::timestamptz`,
  }),
});
