import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { whole } from '../shapes.ts';

/** Records without a case in which a field was decided so, in the words of their index. */
export const decidedWithoutCase = (coordinate: string, decision: string): string =>
  `(case when d.case_reference is null then oversight.decided(d.coordinates, d.decisions) end)
    && array[${coordinate}::text || ' ' || ${decision}::text]`;

/** How many such records there are, counted no further than $5. $1 field, $2 decision, $3 from, $4 to. */
export const countDecidedWithoutCase = defineStatement({
  name: 'oversight.count-decided-without-case',
  scoped: false,
  readsLog: true,
  row: z.strictObject({ records: whole }),
  plannedAnew: true,
  text: `
select count(*) as records
from (
  select from oversight.disclosure d
  where ${decidedWithoutCase('$1', '$2')}
    and ($3::timestamptz is null or d.recorded_at >= $3 and d.recorded_at < $4::timestamptz)
  limit $5
) found`,
});
