import * as z from 'zod';
import { inScope } from '../row-scope.ts';
import { text, whole } from '../shapes.ts';

export const passageCountRow = z.strictObject({ parent: text, count: whole });

/**
 * Passages by parent, each counted along its own index. $1 to $3 row scope; $4 parents' ids, $5 from, $6 to, $7 vehicle
 * group, $8 whether only between 22:00 and 06:00 at +08:00, which is before eight o'clock two time zones further east.
 */
export function countPassagesBy(column: 'checkpoint_id' | 'segment_id'): string {
  return `
select parent.id as parent, counted.passages as count
from unnest($4::text[]) as parent (id)
cross join lateral (
  select count(*) as passages
  from checkpoint.passage p
  where ${inScope('CheckpointPassage', 'p', 1)}
    and p.${column} = parent.id
    and p.pass_time >= $5::timestamptz and p.pass_time < $6::timestamptz
    and ($7::text is null or p.vehicle_group = $7)
    and (not $8::boolean or extract(hour from p.pass_time at time zone interval '10 hours') < 8)
) counted`;
}
