import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalText, text } from '../shapes.ts';

const disputeIncidentRow = z.strictObject({
  id: text,
  occurredAt: instant,
  kind: text,
  relationship: optionalText,
  physicalConflict: z.boolean(),
  warningLetter: z.boolean(),
  subjectRef: text,
  station: optionalText,
  divisionCode: optionalText,
});

/** A row of checkpoint.dispute_incident. */
export type DisputeIncidentRow = z.infer<typeof disputeIncidentRow>;

/**
 * A page of calls, newest first. $1, $2 row scope; $3, $4 first and last division, $5 from, $6 to, $7 kinds; $8, $9 instant
 * and id of the last row seen; $10 rows.
 */
export const listDisputeIncidents = defineStatement({
  name: 'checkpoint.list-dispute-incidents',
  scoped: true,
  row: disputeIncidentRow,
  plannedAnew: true,
  text: `
select i.id, i.occurred_at as "occurredAt", i.kind, i.relationship, i.physical_conflict as "physicalConflict",
  i.warning_letter as "warningLetter", i.subject_ref as "subjectRef", i.station, i.division_code as "divisionCode"
from checkpoint.dispute_incident i
where ${inScope('DisputeIncident', 'i', 1)}
  and ($3::text is null or i.division_code between $3 and $4::text)
  and i.occurred_at >= $5::timestamptz and i.occurred_at < $6::timestamptz
  and ($7::text[] is null or i.kind = any($7))
  and ($9::text is null
    or i.occurred_at <= $8::timestamptz and (i.occurred_at < $8::timestamptz or i.id > $9))
order by i.occurred_at desc, i.id
limit $10`,
});
