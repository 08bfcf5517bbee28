import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { gantryPassageColumns, gantryPassageRow } from './gantry-passage.ts';

/**
 * A page of one vehicle's passages under gantries, earliest first. $1, $2 row scope; $3 plate, $4 from, $5 to; $6, $7
 * instant and id of the last row seen; $8 rows.
 */
export const listGantryTrajectory = defineStatement({
  name: 'traffic.list-gantry-trajectory',
  scoped: true,
  row: gantryPassageRow,
  columns: gantryPassageColumns,
  always: ['transTime'],
  text: (columns) => `
select ${columns}
from traffic.gantry_passage p
where ${inScope('GantryPassage', 'p', 1)}
  and p.vehicle_plate = $3
  and p.trans_time >= $4::timestamptz and p.trans_time < $5::timestamptz
  and ($7::text is null
    or p.trans_time >= $6::timestamptz and (p.trans_time > $6::timestamptz or p.id > $7))
order by p.trans_time, p.id
limit $8`,
});
