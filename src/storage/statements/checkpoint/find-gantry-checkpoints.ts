import { defineStatement } from '../../statement.ts';
import { inBoxAround, metresBetween } from '../distance.ts';
import { inScope } from '../row-scope.ts';
import { text } from '../shapes.ts';
import { checkpointColumns, checkpointRow } from './checkpoint.ts';

/**
 * The checkpoint beside each gantry: the nearest on its segment, else the nearest within a kilometre.
 * $1, $2 row scope; $3 gantry ids.
 */
export const findGantryCheckpoints = defineStatement({
  name: 'checkpoint.find-gantry-checkpoints',
  scoped: true,
  row: checkpointRow.extend({ parent: text }),
  columns: checkpointColumns,
  text: (columns) => `
select ${columns}, g.gantry_id as parent
from reference.gantry_place g
cross join lateral (
  select c.*, c.segment_id is not distinct from g.segment_id as same_segment, ${metresBetween('c', 'g')} as metres
  from checkpoint.checkpoint c
  where ${inScope('Checkpoint', 'c', 1)}
    and (c.segment_id = g.segment_id or ${inBoxAround('c', 'g', '1000::float8')})
  order by same_segment desc, metres, c.id
  limit 1
) c
where g.gantry_id = any($3::text[])
  and (c.same_segment or c.metres <= 1000)`,
});
