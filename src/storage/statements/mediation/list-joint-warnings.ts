import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalInstant, optionalText, optionalTexts, text } from '../shapes.ts';
import { warningFactor } from './list-dispute-warnings.ts';

const jointWarningRow = z.strictObject({
  id: text,
  level: text,
  status: text,
  divisionCode: optionalText,
  handlingUnit: optionalText,
  jointUnits: optionalTexts,
  pushedAt: instant,
  dueAt: optionalInstant,
  factors: z.array(warningFactor),
  caseId: optionalText,
});

/** A warning that several units act on. */
export type JointWarningRow = z.infer<typeof jointWarningRow>;

/** Warnings that a unit acts on with others, newest first. $1, $2 row scope; $3 the unit; $4 rows. */
export const listJointWarnings = defineStatement({
  name: 'mediation.list-joint-warnings',
  scoped: true,
  row: jointWarningRow,
  text: `
select w.id, w.level, w.status, w.division_code as "divisionCode", w.handling_unit as "handlingUnit",
  w.joint_units as "jointUnits", w.pushed_at as "pushedAt", w.due_at as "dueAt", w.factors, w.case_id as "caseId"
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and $3::text = any(w.joint_units)
  and w.status not in ('SCORED', 'CLOSED')
order by w.pushed_at desc, w.id
limit $4`,
});
