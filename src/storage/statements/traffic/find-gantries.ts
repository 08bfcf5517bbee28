import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { gantryColumns, gantryRow } from './gantry.ts';

/** Gantries by id. $1 row scope; $2 ids. */
export const findGantries = defineStatement({
  name: 'traffic.find-gantries',
  scoped: true,
  row: gantryRow,
  columns: gantryColumns,
  text: (columns) => `
select ${columns}
from traffic.gantry g
where ${inScope('Gantry', 'g', 1)}
  and g.id = any($2::text[])`,
});
