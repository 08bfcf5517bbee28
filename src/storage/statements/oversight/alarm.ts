import * as z from 'zod';
import { instant, optionalText, optionalWhole, text } from '../shapes.ts';

export const alarmRow = z.strictObject({
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

export const alarmColumns = `a.id, a.raised_at as "raisedAt", a.kind, a.owner, a.agency, a.principal as actor, a.agreement, a.clause,
  a.measure, a.used, a.allowed, a.case_reference as "caseReference", a.reason,
  case when a.kind = 'BREAK_GLASS' then (
    select used.id
    from oversight.break_glass_answer answer join oversight.break_glass_use used on used.id = answer.use_id
    where answer.request_id = a.request_id and used.agreement = a.agreement
    limit 1
  ) end as "breakGlassUse"`;
