import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { text, whole } from '../shapes.ts';

/** Passages under the gantries of segments. $1, $2 row scope; $3 segment ids, $4 from, $5 to, $6 vehicle group. */
export const countGantryPassages = defineStatement({
  name: 'traffic.count-gantry-passages',
  scoped: true,
  row: z.strictObject({ parent: text, count: whole }),
  text: `
select parent.id as parent, counted.passages as count
from unnest($3::text[]) as parent (id)
cross join lateral (
  select count(*) as passages
  from traffic.gantry_passage p
  where ${inScope('GantryPassage', 'p', 1)}
    and p.segment_id = parent.id
    and p.trans_time >= $4::timestamptz and p.trans_time < $5::timestamptz
    and ($6::text is null or p.vehicle_group = $6)
) counted`,
});
