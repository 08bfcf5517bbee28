import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { text, whole } from '../shapes.ts';

/**
 * Cases by division. $1 to $3 row scope; $4 division codes, $5 and $6 their first and last code below; $7 from, $8 to,
 * $9 kind.
 */
export const countCases = defineStatement({
  name: 'mediation.count-cases',
  scoped: true,
  row: z.strictObject({ parent: text, count: whole }),
  text: `
select asked.code as parent, count(m.id) as count
from unnest($4::text[], $5::text[], $6::text[]) as asked (code, first_code, last_code)
left join mediation.mediation_case m
  on ${inScope('MediationCase', 'm', 1)}
  and m.division_code between asked.first_code and asked.last_code
  and m.accepted_at >= $7::timestamptz and m.accepted_at < $8::timestamptz
  and ($9::text is null or m.dispute_kind = $9)
group by asked.code`,
});
