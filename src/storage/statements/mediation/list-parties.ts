import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { optionalText, text, whole } from '../shapes.ts';

const mediationPartyRow = z.strictObject({
  caseId: text,
  ordinal: whole,
  role: optionalText,
  name: optionalText,
  idNo: optionalText,
  phone: optionalText,
  address: optionalText,
});

/** A row of mediation.mediation_party. */
export type MediationPartyRow = z.infer<typeof mediationPartyRow>;

/** Parties to cases. $1 to $3 row scope of cases; $4 case ids. */
export const listParties = defineStatement({
  name: 'mediation.list-parties',
  scoped: true,
  row: mediationPartyRow,
  text: `
select p.case_id as "caseId", p.ordinal, p.role, p.name, p.id_no as "idNo", p.phone, p.address
from mediation.mediation_case m
join mediation.mediation_party p on p.case_id = m.id
where ${inScope('MediationCase', 'm', 1)}
  and m.id = any($4::text[])
order by p.ordinal`,
});
