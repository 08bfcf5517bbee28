import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { passageColumns, passageRow } from './passage.ts';

/** Passages by id. $1 to $3 row scope; $4 ids. */
export const findPassages = defineStatement({
  name: 'checkpoint.find-passages',
  scoped: true,
  row: passageRow,
  columns: passageColumns,
  text: (columns) => `
select ${columns}
from checkpoint.passage p
where ${inScope('CheckpointPassage', 'p', 1)}
  and p.id = any($4::text[])`,
});
