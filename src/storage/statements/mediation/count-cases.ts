import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { text, whole } from '../shapes.ts';

/**
 * Cases by division. $1, $2 row scope; $3 division codes, $4 and $5 their first and last code below; $6 from, $7 to,
 * $8 kind.
 */
export const countCases = defineStatement({
  name: 'mediation.count-cases',
  scoped: true,
  row: z.strictObject({ parent: text, count: whole }),
  text: `
select asked.code as parent, count(m.id) as count
from unnest($3::text[], $4::text[], $5::text[]) as asked (code, first_code, last_code)
left join mediation.mediation_case m
  on ${inScope('MediationCase', 'm', 1)}
  and m.division_code between asked.first_code and asked.last_code
  and m.accepted_at >= $6::timestamptz and m.accepted_at < $7::timestamptz
  and ($8::text is null or m.dispute_kind = $8)
group by asked.code`,
});
