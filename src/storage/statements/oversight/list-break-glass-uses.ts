import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, optionalInstant, optionalText, text, whole } from '../shapes.ts';

const breakGlassUseRow = z.strictObject({
  id: text,
  owner: text,
  agency: text,
  role: text,
  actor: text,
  agreement: text,
  reason: text,
  purpose: text,
  caseReference: text,
  openedAt: instant,
  sessionEndsAt: instant,
  dueAt: instant,
  state: text,
  overdue: z.boolean(),
  answerCount: whole,
  fields: z.array(text),
  reviewedAt: optionalInstant,
  reviewer: optionalText,
  note: optionalText,
});

/** A row of oversight.break_glass_use with its review, and with all that was asked for in its session. */
export type BreakGlassUseRow = z.infer<typeof breakGlassUseRow>;

/**
 * A page of uses, newest first. $1 now; $2 the one owner whose data they opened, $3 owner, $4 agency, $5 state,
 * $6 whether overdue; $7, $8 instant and id of the last row seen; $9 rows; $10 id.
 */
export const listBreakGlassUses = defineStatement({
  name: 'oversight.list-break-glass-uses',
  scoped: false,
  row: breakGlassUseRow,
  plannedAnew: true,
  text: `
with judged as (
  select used.*, coalesce(review.verdict, 'OPEN') as state, review.reviewed_at, review.reviewer, review.note,
    review.use_id is null and used.due_at <= $1::timestamptz as overdue
  from oversight.break_glass_use used
  left join oversight.break_glass_review review on review.use_id = used.id
)
select j.id, j.owner, j.agency, j.role, j.principal as actor, j.agreement, j.reason, j.purpose,
  j.case_reference as "caseReference", j.opened_at as "openedAt", j.session_ends_at as "sessionEndsAt",
  j.due_at as "dueAt", j.state, j.overdue, asked.answers as "answerCount", asked.fields,
  j.reviewed_at as "reviewedAt", j.reviewer, j.note
from judged j
cross join lateral (
  select count(distinct request_id) as answers,
    coalesce(array_agg(distinct field order by field) filter (where field is not null), '{}') as fields
  from (
    select answer.request_id, field
    from oversight.break_glass_answer answer
    left join unnest(answer.fields) as field on true
    where answer.use_id = j.id
  ) each
) asked
where ($2::text is null or j.owner = $2)
  and ($3::text is null or j.owner = $3)
  and ($4::text is null or j.agency = $4)
  and ($5::text is null or j.state = $5)
  and ($6::boolean is null or j.overdue = $6)
  and ($10::uuid is null or j.id = $10)
  and ($7::timestamptz is null or (j.opened_at, j.id) < ($7, $8::uuid))
order by j.opened_at desc, j.id desc
limit $9`,
});
