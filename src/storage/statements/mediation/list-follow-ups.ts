import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { instant, optionalFlag, optionalText, text } from '../shapes.ts';

const followUpRow = z.strictObject({
  caseId: text,
  followedUpAt: instant,
  method: optionalText,
  performed: optionalFlag,
  satisfied: optionalFlag,
});

/** A row of mediation.follow_up. */
export type FollowUpRow = z.infer<typeof followUpRow>;

/** Follow-up visits of cases, in order. $1 to $3 row scope of cases; $4 case ids. */
export const listFollowUps = defineStatement({
  name: 'mediation.list-follow-ups',
  scoped: true,
  row: followUpRow,
  text: `
select f.case_id as "caseId", f.followed_up_at as "followedUpAt", f.method, f.performed, f.satisfied
from mediation.mediation_case m
join mediation.follow_up f on f.case_id = m.id
where ${inScope('MediationCase', 'm', 1)}
  and m.id = any($4::text[])
order by f.ordinal`,
});
