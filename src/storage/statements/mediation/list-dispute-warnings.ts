import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
import { defineStatement } from '../../statement.ts';
import { isOverdue } from '../is-overdue.ts';
import { LOOP_FIELDS } from '../loop-step.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalInstant, optionalText, optionalTexts, text, whole } from '../shapes.ts';

export const warningFactor = z.object({
  code: text,
  weight: whole,
  count: whole,
  contribution: whole.optional(),
});

/** A factor of a score; what a file brought may not say what it adds. */
export type WarningFactorRow = z.infer<typeof warningFactor>;

export const disputeWarningRow = z.strictObject({
  id: text,
  modelId: text,
  modelVersion: text,
  score: whole,
  factors: z.array(warningFactor),
  level: text,
  status: text,
  subjectRef: text,
  divisionCode: optionalText,
  handlingUnit: optionalText,
  jointUnits: optionalTexts,
  caseId: optionalText,
  pushedAt: instant,
  scoredAt: optionalInstant,
  scoreSha256: optionalText,
  stateVersion: whole,
  dueAt: optionalInstant,
});

/** A row of mediation.dispute_warning. */
export type DisputeWarningRow = z.infer<typeof disputeWarningRow>;

export const disputeWarningColumns = defineColumns<DisputeWarningRow>({
  type: 'DisputeWarning',
  sql: {
    id: 'w.id',
    modelId: 'w.model_id',
    modelVersion: 'w.model_version',
    score: 'w.score',
    factors: 'w.factors',
    level: 'w.level',
    status: 'w.status',
    subjectRef: 'w.subject_ref',
    divisionCode: 'w.division_code',
    handlingUnit: 'w.handling_unit',
    jointUnits: 'w.joint_units',
    caseId: 'w.case_id',
    pushedAt: 'w.pushed_at',
    scoredAt: 'w.scored_at',
    scoreSha256: 'w.score_sha256',
    stateVersion: 'w.state_version',
    dueAt: 'w.due_at',
  },
  madeFrom: {
    mediationCase: ['caseId'],
    ...LOOP_FIELDS,
    subject: ['id'],
  },
});

/**
 * A page of warnings, newest first. $1 to $3 row scope; $4, $5 first and last division, $6 levels, $7 states, $8 whether it
 * is overdue, $9 now; $10, $11 instant and id of the last row seen; $12 rows.
 */
export const listDisputeWarnings = defineStatement({
  name: 'mediation.list-dispute-warnings',
  scoped: true,
  row: disputeWarningRow,
  plannedAnew: true,
  columns: disputeWarningColumns,
  always: ['pushedAt'],
  text: (columns) => `
select ${columns}
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and ($4::text is null or w.division_code between $4 and $5::text)
  and ($6::text[] is null or w.level = any($6))
  and ($7::text[] is null or w.status = any($7))
  and ${isOverdue('w', 8)}
  and ($11::text is null
    or w.pushed_at <= $10::timestamptz and (w.pushed_at < $10::timestamptz or w.id > $11))
order by w.pushed_at desc, w.id
limit $12`,
});
