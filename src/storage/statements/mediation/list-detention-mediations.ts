import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalInstant, text } from '../shapes.ts';

const detentionMediationRow = z.strictObject({
  id: text,
  caseId: text,
  facilityId: text,
  status: text,
  intakeAt: instant,
  screenedAt: optionalInstant,
  releaseAt: optionalInstant,
  followedUpAt: optionalInstant,
});

/** A row of mediation.detention_mediation. */
export type DetentionMediationRow = z.infer<typeof detentionMediationRow>;

/**
 * A page of mediations inside the detention centre, newest first. $1, $2 row scope; $3 states; $4, $5 instant and id
 * of the last row seen; $6 rows.
 */
export const listDetentionMediations = defineStatement({
  name: 'mediation.list-detention-mediations',
  scoped: true,
  row: detentionMediationRow,
  plannedAnew: true,
  text: `
select d.id, d.case_id as "caseId", d.facility_id as "facilityId", d.status,
  d.intake_at as "intakeAt", d.screened_at as "screenedAt", d.release_at as "releaseAt",
  d.followed_up_at as "followedUpAt"
from mediation.detention_mediation d
where ${inScope('DetentionMediation', 'd', 1)}
  and ($3::text[] is null or d.status = any($3))
  and ($5::text is null
    or d.intake_at <= $4::timestamptz and (d.intake_at < $4::timestamptz or d.id > $5))
order by d.intake_at desc, d.id
limit $6`,
});
