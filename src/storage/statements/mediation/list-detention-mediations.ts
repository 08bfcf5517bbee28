import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
import { defineStatement } from '../../statement.ts';
import { isOverdue } from '../is-overdue.ts';
import { LOOP_FIELDS } from '../loop-step.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalInstant, text, whole } from '../shapes.ts';

export const detentionMediationRow = z.strictObject({
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

export const detentionMediationColumns = defineColumns<DetentionMediationRow>({
  type: 'DetentionMediation',
  sql: {
    id: 'd.id',
    caseId: 'd.case_id',
    facilityId: 'd.facility_id',
    status: 'd.status',
    intakeAt: 'd.intake_at',
    screenedAt: 'd.screened_at',
    releaseAt: 'd.release_at',
    followedUpAt: 'd.followed_up_at',
    stateVersion: 'd.state_version',
    dueAt: 'd.due_at',
  },
  madeFrom: { mediationCase: ['caseId'], ...LOOP_FIELDS },
});

/**
 * A page of mediations inside the detention centre, newest first. $1 to $3 row scope; $4 states, $5 whether it is overdue,
 * $6 now; $7, $8 instant and id of the last row seen; $9 rows.
 */
export const listDetentionMediations = defineStatement({
  name: 'mediation.list-detention-mediations',
  scoped: true,
  row: detentionMediationRow,
  plannedAnew: true,
  columns: detentionMediationColumns,
  always: ['intakeAt'],
  text: (columns) => `
select ${columns}
from mediation.detention_mediation d
where ${inScope('DetentionMediation', 'd', 1)}
  and ($4::text[] is null or d.status = any($4))
  and ${isOverdue('d', 5)}
  and ($8::text is null
    or d.intake_at <= $7::timestamptz and (d.intake_at < $7::timestamptz or d.id > $8))
order by d.intake_at desc, d.id
limit $9`,
});
