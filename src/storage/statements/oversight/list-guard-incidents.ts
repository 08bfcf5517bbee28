import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, optionalText, optionalWhole, text, whole } from '../shapes.ts';

const guardIncidentRow = z.strictObject({
  id: text,
  detectedAt: instant,
  gate: text,
  rule: text,
  sourceName: optionalText,
  sourceDigest: optionalText,
  line: optionalWhole,
  markHash: optionalText,
  owners: z.array(text),
  actor: text,
  agency: optionalText,
  requestId: text,
  state: text,
  version: whole,
  steps: z.array(
    z.strictObject({
      state: text,
      takenAt: instant,
      actor: text,
      agency: optionalText,
      role: optionalText,
      note: optionalText,
    }),
  ),
});

/** A row of oversight.guard_incident with the steps that it has taken. */
export type GuardIncidentRow = z.infer<typeof guardIncidentRow>;

/**
 * A page of incidents, newest first. $1 the one agency whose data they concern, $2 gate, $3 state, $4 rule, $5 owner,
 * $6, $7 from and before; $8, $9 instant and id of the last row seen; $10 rows; $11 id.
 */
export const listGuardIncidents = defineStatement({
  name: 'oversight.list-guard-incidents',
  scoped: false,
  row: guardIncidentRow,
  plannedAnew: true,
  text: `
select i.id, i.detected_at as "detectedAt", i.gate, i.rule, i.source_name as "sourceName",
  i.source_digest as "sourceDigest", i.line_no as line, i.mark_hash as "markHash", i.owners, i.actor, i.agency,
  i.request_id as "requestId", now.state, jsonb_array_length(taken.steps) as version, taken.steps
from oversight.guard_incident i
cross join lateral (select oversight.guard_state(i.id) as state) now
cross join lateral (
  select jsonb_agg(jsonb_build_object(
      'state', step.state,
      'takenAt', to_char(step.taken_at at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:MI:SS.MS') || '+08:00',
      'actor', step.actor, 'agency', step.agency, 'role', step.role, 'note', step.note)
    order by step.ordinal) as steps
  from oversight.guard_incident_step step where step.incident_id = i.id
) taken
where ($1::text is null or $1 = any (i.owners))
  and ($2::text is null or i.gate = $2)
  and ($3::text is null or now.state = $3)
  and ($4::text is null or i.rule = $4)
  and ($5::text is null or $5 = any (i.owners))
  and ($6::timestamptz is null or i.detected_at >= $6)
  and ($7::timestamptz is null or i.detected_at < $7)
  and ($11::uuid is null or i.id = $11)
  and ($8::timestamptz is null or (i.detected_at, i.id) < ($8, $9::uuid))
order by i.detected_at desc, i.id desc
limit $10`,
});
