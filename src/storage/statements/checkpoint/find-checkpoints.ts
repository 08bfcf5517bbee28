import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointRow } from './checkpoint.ts';

/** Checkpoints by id. $1, $2 row scope; $3 ids. */
export const findCheckpoints = defineStatement({
  name: 'checkpoint.find-checkpoints',
  scoped: true,
  row: checkpointRow,
  columns: checkpointColumns,
  text: (columns) => `
select ${columns}
from checkpoint.checkpoint c
where ${inScope('Checkpoint', 'c', 1)}
  and c.id = any($3::text[])`,
});
