import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { statisticCellRow, sumCells } from '../statistic-cell.ts';

/**
 * Passages by month and keys. $1 to $3 row scope; $4 from, $5 to; $6 whether to group by division, segment, checkpoint,
 * vehicle group, hour; $7 fewest vehicles that need not be named. A passage without a plate is of nobody.
 */
export const sumPassages = defineStatement({
  name: 'checkpoint.sum-passages',
  scoped: true,
  row: statisticCellRow,
  plannedAnew: true,
  text: sumCells({
    instant: 'p.pass_time',
    keys: [
      'p.division_code',
      'p.segment_id',
      'p.checkpoint_id',
      'p.vehicle_group',
      "extract(hour from p.pass_time at time zone interval '8 hours')",
    ],
    flags: '$6',
    subject: 'p.plate_no',
    measure: 'p.speed_kph',
    k: '$7',
    rows: `from checkpoint.passage p
  where ${inScope('CheckpointPassage', 'p', 1)}
    and p.pass_time >= $4::timestamptz and p.pass_time < $5::timestamptz`,
  }),
});
