import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { isOverdue } from '../is-overdue.ts';
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

export const disputeWarningColumns = `w.id, w.model_id as "modelId", w.model_version as "modelVersion", w.score, w.factors, w.level, w.status,
  w.subject_ref as "subjectRef", w.division_code as "divisionCode", w.handling_unit as "handlingUnit",
  w.joint_units as "jointUnits", w.case_id as "caseId", w.pushed_at as "pushedAt",
  w.scored_at as "scoredAt", w.score_sha256 as "scoreSha256",
  w.state_version as "stateVersion", w.due_at as "dueAt"`;

/**
 * A page of warnings, newest first. $1 to $3 row scope; $4, $5 first and last division, $6 levels, $7 states, $8 whether it
 * is overdue, $9 now; $10, $11 instant and id of the last row seen; $12 rows.
 */
export const listDisputeWarnings = defineStatement({
  name: 'mediation.list-dispute-warnings',
  scoped: true,
  row: disputeWarningRow,
  plannedAnew: true,
  text: `
select ${disputeWarningColumns}
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
