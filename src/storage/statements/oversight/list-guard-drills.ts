import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, optionalText, text, whole } from '../shapes.ts';

const guardDrillRow = z.strictObject({
  id: text,
  drilledAt: instant,
  actor: text,
  agency: optionalText,
  passed: z.boolean(),
  gates: z.array(z.strictObject({ gate: text, way: text, isStopped: z.boolean(), by: text })),
  controls: z.array(z.strictObject({ gate: optionalText, way: text, isPassed: z.boolean(), by: text })),
  kept: z.array(text),
  log: text,
  index: whole,
});

/** A row of oversight.guard_drill. */
export type GuardDrillRow = z.infer<typeof guardDrillRow>;

/** A page of drills, newest first. $1, $2 instant and id of the last row seen; $3 rows. */
export const listGuardDrills = defineStatement({
  name: 'oversight.list-guard-drills',
  scoped: false,
  row: guardDrillRow,
  text: `
select d.id, d.drilled_at as "drilledAt", d.actor, d.agency, d.passed, d.gates, d.controls, d.kept, d.log, d.index
from oversight.guard_drill d
where $1::timestamptz is null or (d.drilled_at, d.id) < ($1, $2::uuid)
order by d.drilled_at desc, d.id desc
limit $3`,
});
