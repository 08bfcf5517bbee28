import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { whole } from '../shapes.ts';

/** Cases accepted in a span that came to an end, and what came of them. $1 to $3 row scope; $4 from, $5 to. */
export const measureCases = defineStatement({
  name: 'mediation.measure-cases',
  scoped: true,
  row: z.strictObject({ concluded: whole, resolved: whole, followedUp: whole }),
  text: `
select count(*) as concluded, count(*) filter (where m.result = 'SUCCESS') as resolved,
  count(*) filter (where exists (select from mediation.follow_up f where f.case_id = m.id)) as "followedUp"
from mediation.mediation_case m
where ${inScope('MediationCase', 'm', 1)}
  and m.result in ('SUCCESS', 'FAILURE')
  and m.accepted_at >= $4::timestamptz and m.accepted_at < $5::timestamptz`,
});
