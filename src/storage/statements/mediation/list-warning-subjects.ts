import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { optionalText, text } from '../shapes.ts';

const warningSubjectRow = z.strictObject({
  warningId: text,
  name: text,
  phone: optionalText,
  address: optionalText,
});

/** A row of mediation.warning_subject. */
export type WarningSubjectRow = z.infer<typeof warningSubjectRow>;

/** Who warnings are about, of those that an agency has opened. $1 to $3 row scope; $4 warnings' ids, $5 the agency. */
export const listWarningSubjects = defineStatement({
  name: 'mediation.list-warning-subjects',
  scoped: true,
  row: warningSubjectRow,
  text: `
select s.warning_id as "warningId", s.name, s.phone, s.address
from mediation.dispute_warning w
join mediation.warning_opening o on o.warning_id = w.id and o.agency = $5
join mediation.warning_subject s on s.warning_id = w.id
where ${inScope('DisputeWarning', 'w', 1)}
  and w.id = any($4::text[])`,
});
