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

const disputeWarningRow = z.strictObject({
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

/**
 * A page of warnings, newest first. $1, $2 row scope; $3, $4 first and last division, $5 levels, $6 states, $7 whether it
 * is overdue, $8 now; $9, $10 instant and id of the last row seen; $11 rows.
 */
export const listDisputeWarnings = defineStatement({
  name: 'mediation.list-dispute-warnings',
  scoped: true,
  row: disputeWarningRow,
  plannedAnew: true,
  text: `
select w.id, w.model_id as "modelId", w.model_version as "modelVersion", w.score, w.factors, w.level, w.status,
  w.subject_ref as "subjectRef", w.division_code as "divisionCode", w.handling_unit as "handlingUnit",
  w.joint_units as "jointUnits", w.case_id as "caseId", w.pushed_at as "pushedAt",
  w.scored_at as "scoredAt", w.score_sha256 as "scoreSha256",
  w.state_version as "stateVersion", w.due_at as "dueAt"
from mediation.dispute_warning w
where ${inScope('DisputeWarning', 'w', 1)}
  and ($3::text is null or w.division_code between $3 and $4::text)
  and ($5::text[] is null or w.level = any($5))
  and ($6::text[] is null or w.status = any($6))
  and ${isOverdue('w', 7)}
  and ($10::text is null
    or w.pushed_at <= $9::timestamptz and (w.pushed_at < $9::timestamptz or w.id > $10))
order by w.pushed_at desc, w.id
limit $11`,
});
