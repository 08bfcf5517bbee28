import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, optionalText, optionalWhole, text } from '../shapes.ts';

const alarmRow = z.strictObject({
  id: text,
  raisedAt: instant,
  kind: text,
  owner: text,
  agency: optionalText,
  actor: text,
  agreement: text,
  clause: optionalText,
  measure: optionalText,
  used: optionalWhole,
  allowed: optionalWhole,
  caseReference: optionalText,
  reason: optionalText,
  breakGlassUse: optionalText,
});

/** A row of oversight.alarm, with the use of a broken glass that it tells of. */
export type AlarmRow = z.infer<typeof alarmRow>;

/**
 * A page of alarms, newest first. $1 the one owner whose data they are about, $2 kind, $3 owner, $4 agency, $5, $6 from
 * and before; $7, $8 instant and id of the last row seen; $9 rows.
 */
export const listAlarms = defineStatement({
  name: 'oversight.list-alarms',
  scoped: false,
  row: alarmRow,
  plannedAnew: true,
  text: `
select a.id, a.raised_at as "raisedAt", a.kind, a.owner, a.agency, a.principal as actor, a.agreement, a.clause,
  a.measure, a.used, a.allowed, a.case_reference as "caseReference", a.reason,
  case when a.kind = 'BREAK_GLASS' then (
    select used.id
    from oversight.break_glass_answer answer join oversight.break_glass_use used on used.id = answer.use_id
    where answer.request_id = a.request_id and used.agreement = a.agreement
    limit 1
  ) end as "breakGlassUse"
from oversight.alarm a
where ($1::text is null or a.owner = $1)
  and ($2::text is null or a.kind = $2)
  and ($3::text is null or a.owner = $3)
  and ($4::text is null or a.agency = $4)
  and a.raised_at >= $5::timestamptz and a.raised_at < $6::timestamptz
  and ($7::timestamptz is null or (a.raised_at, a.id) < ($7, $8::uuid))
order by a.raised_at desc, a.id desc
limit $9`,
});
