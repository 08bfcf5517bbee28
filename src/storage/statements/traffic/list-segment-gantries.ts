import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { gantryColumns, gantryRow } from './gantry.ts';

/** Gantries on segments. $1 row scope; $2 segment ids. */
export const listSegmentGantries = defineStatement({
  name: 'traffic.list-segment-gantries',
  scoped: true,
  row: gantryRow,
  columns: gantryColumns,
  always: ['segmentId'],
  text: (columns) => `
select ${columns}
from traffic.gantry g
where ${inScope('Gantry', 'g', 1)}
  and g.segment_id = any($2::text[])
order by g.id`,
});
