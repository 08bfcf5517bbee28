import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { isOverdue } from '../is-overdue.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalInstant, text, whole } from '../shapes.ts';

const detentionMediationRow = z.strictObject({
  id: text,
  caseId: text,
  facilityId: text,
  status: text,
  intakeAt: instant,
  screenedAt: optionalInstant,
  releaseAt: optionalInstant,
  followedUpAt: optionalInstant,
  stateVersion: whole,
  dueAt: optionalInstant,
});

/** A row of mediation.detention_mediation. */
export type DetentionMediationRow = z.infer<typeof detentionMediationRow>;

/**
 * A page of mediations inside the detention centre, newest first. $1, $2 row scope; $3 states, $4 whether it is overdue,
 * $5 now; $6, $7 instant and id of the last row seen; $8 rows.
 */
export const listDetentionMediations = defineStatement({
  name: 'mediation.list-detention-mediations',
  scoped: true,
  row: detentionMediationRow,
  plannedAnew: true,
  text: `
select d.id, d.case_id as "caseId", d.facility_id as "facilityId", d.status,
  d.intake_at as "intakeAt", d.screened_at as "screenedAt", d.release_at as "releaseAt",
  d.followed_up_at as "followedUpAt", d.state_version as "stateVersion", d.due_at as "dueAt"
from mediation.detention_mediation d
where ${inScope('DetentionMediation', 'd', 1)}
  and ($3::text[] is null or d.status = any($3))
  and ${isOverdue('d', 4)}
  and ($7::text is null
    or d.intake_at <= $6::timestamptz and (d.intake_at < $6::timestamptz or d.id > $7))
order by d.intake_at desc, d.id
limit $8`,
});
