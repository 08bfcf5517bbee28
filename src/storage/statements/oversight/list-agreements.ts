import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { instant, text, whole } from '../shapes.ts';

const agreementRow = z.strictObject({
  uid: text,
  version: whole,
  sha256: text,
  assigner: text,
  assignee: text,
  roles: z.array(text),
  purposes: z.array(text),
  legalBasis: text,
  validFrom: instant,
  validUntil: instant,
  loadedAt: instant,
  newestVersion: whole,
});

/** A row of oversight.agreement, and the newest version of the same agreement. */
export type AgreementRow = z.infer<typeof agreementRow>;

/**
 * A page of agreements by uid and version. $1 assigner, $2 assignee, $3 uid; $4, $5 uid and version of the last row seen;
 * $6 rows.
 */
export const listAgreements = defineStatement({
  name: 'oversight.list-agreements',
  scoped: false,
  row: agreementRow,
  plannedAnew: true,
  text: `
select a.uid, a.version, a.sha256, a.assigner, a.assignee, a.roles, a.purposes, a.legal_basis as "legalBasis",
  a.valid_from as "validFrom", a.valid_until as "validUntil", a.loaded_at as "loadedAt",
  (select max(newest.version) from oversight.agreement newest where newest.uid = a.uid) as "newestVersion"
from oversight.agreement a
where ($1::text is null or a.assigner = $1)
  and ($2::text is null or a.assignee = $2)
  and ($3::text is null or a.uid = $3)
  and ($4::text is null or (a.uid, a.version) > ($4, $5::integer))
order by a.uid, a.version
limit $6`,
});
