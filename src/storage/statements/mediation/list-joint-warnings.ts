import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalInstant, optionalText, optionalTexts, text } from '../shapes.ts';
import { warningFactor } from './list-dispute-warnings.ts';

export const jointWarningRow = z.strictObject({
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

export const jointWarningColumns = `w.id, w.level, w.status, w.division_code as "divisionCode", w.handling_unit as "handlingUnit",
  w.joint_units as "jointUnits", w.pushed_at as "pushedAt", w.due_at as "dueAt", w.factors, w.case_id as "caseId"`;

/** Warnings that a unit acts on with others, newest first. $1 to $3 row scope; $4 the unit; $5 rows. */
export const listJointWarnings = defineStatement({
  name: 'mediation.list-joint-warnings',
  scoped: true,
  row: jointWarningRow,
  text: `
select ${jointWarningColumns}
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and $4::text = any(w.joint_units)
  and w.status not in ('SCORED', 'CLOSED')
order by w.pushed_at desc, w.id
limit $5`,
});
