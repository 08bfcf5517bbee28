import { defineStatement } from '../../statement.ts';
import { inBoxAround, metresBetween } from '../distance.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointDistanceRow } from './checkpoint.ts';

/** The 20 checkpoints nearest to each gantry as the crow flies. $1, $2 row scope; $3 gantry ids, $4 metres at most. */
export const listGantryNeighbours = defineStatement({
  name: 'checkpoint.list-gantry-neighbours',
  scoped: true,
  row: checkpointDistanceRow,
  columns: checkpointColumns,
  text: (columns) => `
select ${columns}, g.gantry_id as parent, round(c.metres)::float8 / 1000 as "distanceKm"
from reference.gantry_place g
cross join lateral (
  select near.*
  from (
    select c.*, ${metresBetween('c', 'g')} as metres
    from checkpoint.checkpoint c
    where ${inScope('Checkpoint', 'c', 1)}
      and ${inBoxAround('c', 'g', '$4::float8')}
  ) near
  where near.metres <= $4::float8
  order by near.metres, near.id
  limit 20
) c
where g.gantry_id = any($3::text[])
order by c.metres, c.id`,
});
