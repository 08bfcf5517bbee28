import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
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

export const jointWarningColumns = defineColumns<JointWarningRow>({
  type: 'JointWarning',
  sql: {
    id: 'w.id',
    level: 'w.level',
    status: 'w.status',
    divisionCode: 'w.division_code',
    handlingUnit: 'w.handling_unit',
    jointUnits: 'w.joint_units',
    pushedAt: 'w.pushed_at',
    dueAt: 'w.due_at',
    factors: 'w.factors',
    caseId: 'w.case_id',
  },
  madeFrom: { mediationCase: ['caseId'] },
});

/** Warnings that a unit acts on with others, newest first. $1 to $3 row scope; $4 the unit; $5 rows. */
export const listJointWarnings = defineStatement({
  name: 'mediation.list-joint-warnings',
  scoped: true,
  row: jointWarningRow,
  columns: jointWarningColumns,
  text: (columns) => `
select ${columns}
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and $4::text = any(w.joint_units)
  and w.status not in ('SCORED', 'CLOSED')
order by w.pushed_at desc, w.id
limit $5`,
});
