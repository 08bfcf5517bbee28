import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalText, optionalWhole, text } from '../shapes.ts';

const gantryPassageRow = z.strictObject({
  id: text,
  gantryId: text,
  transTime: instant,
  mediaType: optionalText,
  vehiclePlate: optionalText,
  vehicleGroup: text,
  vehicleType: optionalText,
  axleCount: optionalWhole,
  totalWeightKg: optionalWhole,
});

/** A row of traffic.gantry_passage. */
export type GantryPassageRow = z.infer<typeof gantryPassageRow>;

/** The newest passages of each gantry. $1, $2 row scope; $3 gantry ids, $4 from, $5 to, $6 rows for each gantry. */
export const listGantryPassages = defineStatement({
  name: 'traffic.list-gantry-passages',
  scoped: true,
  row: gantryPassageRow,
  text: `
select p.id, p.gantry_id as "gantryId", p.trans_time as "transTime", p.media_type as "mediaType",
  p.vehicle_plate as "vehiclePlate", p.vehicle_group as "vehicleGroup", p.vehicle_type as "vehicleType",
  p.axle_count as "axleCount", p.total_weight_kg as "totalWeightKg"
from unnest($3::text[]) as parent (id)
cross join lateral (
  select *
  from traffic.gantry_passage p
  where ${inScope('GantryPassage', 'p', 1)}
    and p.gantry_id = parent.id
    and p.trans_time >= $4::timestamptz and p.trans_time < $5::timestamptz
  order by p.trans_time desc, p.id
  limit $6
) p
order by p.trans_time desc, p.id`,
});
