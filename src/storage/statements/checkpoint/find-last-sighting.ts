import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, text } from '../shapes.ts';
import { sightingsOfVehicle } from './list-sightings.ts';

const lastSightingRow = z.strictObject({ checkpointId: text, passTime: instant });

/** Where and when one vehicle was last seen in a span. $1 to $3 row scope; $4 plate, $5 from, $6 to. */
export const findLastSighting = defineStatement({
  name: 'checkpoint.find-last-sighting',
  scoped: true,
  row: lastSightingRow,
  text: `
select p.checkpoint_id as "checkpointId", p.pass_time as "passTime"
from checkpoint.passage p
where ${sightingsOfVehicle}
order by p.pass_time desc, p.id desc
limit 1`,
});
