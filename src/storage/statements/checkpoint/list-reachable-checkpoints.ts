import { defineStatement } from '../../statement.ts';
import { inBoxAround, metresBetween } from '../distance.ts';
import { inScope } from '../row-scope.ts';
import { checkpointColumns, checkpointDistanceRow } from './checkpoint.ts';

/**
 * The 200 nearest of the checkpoints that lie farther than one distance from a checkpoint, and no farther than another, as
 * the crow flies. $1, $2 row scope; $3 checkpoint, $4 metres that are too near, $5 metres at most.
 */
export const listReachableCheckpoints = defineStatement({
  name: 'checkpoint.list-reachable-checkpoints',
  scoped: true,
  row: checkpointDistanceRow,
  columns: checkpointColumns,
  always: ['divisionCode'],
  text: (columns) => `
select ${columns}, c.parent, round(c.metres)::float8 / 1000 as "distanceKm"
from (
  select c.*, o.id as parent, ${metresBetween('c', 'o')} as metres
  from checkpoint.checkpoint o
  join checkpoint.checkpoint c on ${inBoxAround('c', 'o', '$5::float8')}
  where o.id = $3
    and ${inScope('Checkpoint', 'o', 1)}
    and ${inScope('Checkpoint', 'c', 1)}
) c
where c.metres > $4::float8 and c.metres <= $5::float8
order by c.metres, c.id
limit 200`,
});
