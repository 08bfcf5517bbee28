import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { text, whole } from '../shapes.ts';

const axleLoadRow = z.strictObject({ gantryId: text, axleCount: whole, passages: whole, overweight: whole });

/** Goods vehicles with one number of axles under one gantry. */
export type AxleLoadRow = z.infer<typeof axleLoadRow>;

/**
 * Weighed goods vehicles by number of axles. $1, $2 row scope; $3 gantry ids, $4 from, $5 to. More axles than the
 * table lists have the limit of the most that it lists.
 */
export const sumAxleLoads = defineStatement({
  name: 'traffic.sum-axle-loads',
  scoped: true,
  row: axleLoadRow,
  text: `
select p.gantry_id as "gantryId", p.axle_count as "axleCount", count(*) as passages,
  count(*) filter (where p.total_weight_kg > limits.limit_kg) as overweight
from traffic.gantry_passage p
join traffic.axle_weight_limit limits
  on limits.axle_count = least(p.axle_count, (select max(axle_count) from traffic.axle_weight_limit))
where ${inScope('GantryPassage', 'p', 1)}
  and p.gantry_id = any($3::text[])
  and p.trans_time >= $4::timestamptz and p.trans_time < $5::timestamptz
  and p.vehicle_group = 'TRUCK'
  and p.total_weight_kg is not null
group by p.gantry_id, p.axle_count
order by p.gantry_id, p.axle_count`,
});
