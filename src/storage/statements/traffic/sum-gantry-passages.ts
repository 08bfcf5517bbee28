import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { statisticCellRow, sumCells } from '../statistic-cell.ts';

/**
 * Passages under gantries by month and keys. $1, $2 row scope; $3 from, $4 to; $5 whether to group by division, segment,
 * gantry, vehicle group; $6 fewest vehicles that need not be named. A passage without a plate is of nobody.
 */
export const sumGantryPassages = defineStatement({
  name: 'traffic.sum-gantry-passages',
  scoped: true,
  row: statisticCellRow,
  plannedAnew: true,
  text: sumCells({
    instant: 'p.trans_time',
    keys: ['p.division_code', 'p.segment_id', 'p.gantry_id', 'p.vehicle_group'],
    flags: '$5',
    subject: 'p.vehicle_plate',
    k: '$6',
    rows: `from traffic.gantry_passage p
  where ${inScope('GantryPassage', 'p', 1)}
    and p.trans_time >= $3::timestamptz and p.trans_time < $4::timestamptz`,
  }),
});
