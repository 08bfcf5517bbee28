import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { optionalWhole, text, whole } from '../shapes.ts';

const budgetUseRow = z.strictObject({
  day: text,
  agreement: text,
  owner: text,
  agency: text,
  actor: text,
  measure: text,
  clause: text,
  used: whole,
  allowed: optionalWhole,
});

/** What one principal has used of one budget or limit in a day; `clause` is empty for the agreement's budget. */
export type BudgetUseRow = z.infer<typeof budgetUseRow>;

/**
 * A page of one day's use, by agreement and principal. What is allowed, the agreement's newest version says. $1 the one
 * owner whose data it is, $2 day, $3 owner, $4 agreement without its version; $5 to $8 the last row seen; $9 rows.
 */
export const listBudgetUse = defineStatement({
  name: 'oversight.list-budget-use',
  scoped: false,
  row: budgetUseRow,
  plannedAnew: true,
  text: `
select u.day::text, u.agreement, a.assigner as owner, a.assignee as agency, u.principal as actor, u.measure, u.clause,
  u.used,
  case u.measure
    when 'ROWS' then (a.body #>> '{budget,rowsPerDay}')::bigint
    when 'SUBJECTS' then (a.body #>> '{budget,distinctSubjectsPerDay}')::bigint
    when 'USES' then (
      select (p #>> '{limit,perDay}')::bigint from jsonb_array_elements(a.body -> 'permission') as p
      where p ->> 'id' = u.clause)
  end as allowed
from oversight.budget_use u
join lateral (
  select assigner, assignee, body from oversight.agreement where uid = u.agreement order by version desc limit 1
) a on true
where u.day = $2::date
  and ($1::text is null or a.assigner = $1)
  and ($3::text is null or a.assigner = $3)
  and ($4::text is null or u.agreement = $4)
  and ($5::text is null or (u.agreement, u.principal, u.measure, u.clause) > ($5, $6::text, $7::text, $8::text))
order by u.agreement, u.principal, u.measure, u.clause
limit $9`,
});
