import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { whole } from '../shapes.ts';

/** Warnings pushed in a span, and those of them whose loop is closed. $1 to $3 row scope; $4 from, $5 to. */
export const measureWarnings = defineStatement({
  name: 'mediation.measure-warnings',
  scoped: true,
  row: z.strictObject({ pushed: whole, closed: whole }),
  text: `
select count(*) as pushed, count(*) filter (where w.status = 'CLOSED') as closed
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and w.status <> 'SCORED'
  and w.pushed_at >= $4::timestamptz and w.pushed_at < $5::timestamptz`,
});
