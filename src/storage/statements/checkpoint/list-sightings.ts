import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { optionalText } from '../shapes.ts';
import { passageColumns, passageRow } from './passage.ts';

/** The passages `p` of one vehicle in a span: parameters $1 to $6 of {@link listSightings}. */
export const sightingsOfVehicle = `${inScope('CheckpointPassage', 'p', 1)}
  and p.plate_no = $4
  and p.pass_time >= $5::timestamptz and p.pass_time < $6::timestamptz`;

/**
 * A page of one vehicle's passages, earliest first. $1 to $3 row scope; $4 plate, $5 from, $6 to; $7, $8 instant and id of
 * the last row seen; $9 rows.
 */
export const listSightings = defineStatement({
  name: 'checkpoint.list-sightings',
  scoped: true,
  row: passageRow.extend({ divisionCode: optionalText }),
  columns: passageColumns,
  always: ['checkpointId', 'passTime'],
  text: (columns) => `
select ${columns}, p.division_code as "divisionCode"
from checkpoint.passage p
where ${sightingsOfVehicle}
  and ($8::text is null
    or p.pass_time >= $7::timestamptz and (p.pass_time > $7::timestamptz or p.id > $8))
order by p.pass_time, p.id
limit $9`,
});
