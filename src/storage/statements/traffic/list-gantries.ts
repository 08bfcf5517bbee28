import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { gantryColumns, gantryRow } from './gantry.ts';

/** A page of gantries by id. $1 row scope; $2, $3 first and last division, $4 segments; $5 last id seen; $6 rows. */
export const listGantries = defineStatement({
  name: 'traffic.list-gantries',
  scoped: true,
  row: gantryRow,
  plannedAnew: true,
  columns: gantryColumns,
  text: (columns) => `
select ${columns}
from traffic.gantry g
where ${inScope('Gantry', 'g', 1)}
  and ($2::text is null or g.division_code between $2 and $3::text)
  and ($4::text[] is null or g.segment_id = any($4))
  and ($5::text is null or g.id > $5)
order by g.id
limit $6`,
});
