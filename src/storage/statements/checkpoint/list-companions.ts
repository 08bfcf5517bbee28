import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, text, whole } from '../shapes.ts';

const companionRow = z.strictObject({
  plateNo: text,
  checkpoints: whole,
  passages: whole,
  firstAt: instant,
  lastAt: instant,
});

/** A vehicle that went with another one. */
export type CompanionRow = z.infer<typeof companionRow>;

/**
 * Vehicles that passed the checkpoints of one vehicle shortly before or after it, those that shared the most first. $1 to
 * $3 row scope; $4 the vehicle's plate; $5 to $8 checkpoint and instant of its passages, in their order, and the window
 * around each; $9 checkpoints at least.
 *
 * The windows are made before: sums of instants are not leakproof, so that under row-level security no index would be asked
 * for them. The offset keeps each passage's window a look-up of its own: PostgreSQL expects a ninth of the year in it, and
 * would rather sort the year.
 *
 * A plate that was not read whole is nobody's: `-` stands for a character.
 */
export const listCompanions = defineStatement({
  name: 'checkpoint.list-companions',
  scoped: true,
  row: companionRow,
  text: `
select p.plate_no as "plateNo", count(distinct seen.checkpoint_id)::int as checkpoints,
  count(distinct seen.place)::int as passages, min(seen.at) as "firstAt", max(seen.at) as "lastAt"
from rows from (
  unnest($5::text[]), unnest($6::timestamptz[]), unnest($7::timestamptz[]), unnest($8::timestamptz[])
) with ordinality as seen (checkpoint_id, at, earliest, latest, place)
cross join lateral (
  select p.plate_no
  from checkpoint.passage p
  where ${inScope('CheckpointPassage', 'p', 1)}
    and p.checkpoint_id = seen.checkpoint_id
    and p.pass_time >= seen.earliest and p.pass_time <= seen.latest
    and p.plate_no <> $4 and p.plate_no <> '无车牌' and strpos(p.plate_no, '-') = 0
  offset 0
) p
group by p.plate_no
having count(distinct seen.checkpoint_id) >= $9
order by checkpoints desc, passages desc, "firstAt", p.plate_no
limit 50`,
});
