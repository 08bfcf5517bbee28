import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointRow } from './checkpoint.ts';

/** Checkpoints on segments. $1, $2 row scope; $3 segment ids. */
export const listSegmentCheckpoints = defineStatement({
  name: 'checkpoint.list-segment-checkpoints',
  scoped: true,
  row: checkpointRow,
  columns: checkpointColumns,
  always: ['segmentId'],
  text: (columns) => `
select ${columns}
from checkpoint.checkpoint c
where ${inScope('Checkpoint', 'c', 1)}
  and c.segment_id = any($3::text[])
order by c.id`,
});
