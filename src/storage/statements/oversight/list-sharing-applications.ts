import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { isOverdue } from '../is-overdue.ts';
import { instant, optionalInstant, text, whole } from '../shapes.ts';

export const sharingApplicationRow = z.strictObject({
  id: text,
  applicant: text,
  provider: text,
  resource: text,
  purpose: text,
  legalBasis: text,
  openedAt: instant,
  openedBy: text,
  status: text,
  stateVersion: whole,
  dueAt: optionalInstant,
});

/** A row of oversight.sharing_application. */
export type SharingApplicationRow = z.infer<typeof sharingApplicationRow>;

export const sharingApplicationColumns = `a.id, a.applicant, a.provider, a.resource, a.purpose, a.legal_basis as "legalBasis", a.opened_at as "openedAt",
  a.opened_by as "openedBy", a.status, a.state_version as "stateVersion", a.due_at as "dueAt"`;

/** Applications that an agency makes or gets; all where it is null. Drafts are their writers'. */
export const partOf = (agency: string): string =>
  `(a.applicant = ${agency}::text
    or a.status <> 'DRAFT' and (${agency}::text is null or a.provider = ${agency}::text))`;

/**
 * A page of applications, newest first. $1 the one agency that has a part in them, $2 applicant, $3 provider, $4 states,
 * $5 whether it is overdue, $6 now; $7, $8 instant and id of the last row seen; $9 rows.
 */
export const listSharingApplications = defineStatement({
  name: 'oversight.list-sharing-applications',
  scoped: false,
  row: sharingApplicationRow,
  plannedAnew: true,
  text: `
select ${sharingApplicationColumns}
from oversight.sharing_application a
where ${partOf('$1')}
  and ($2::text is null or a.applicant = $2)
  and ($3::text is null or a.provider = $3)
  and ($4::text[] is null or a.status = any($4))
  and ${isOverdue('a', 5)}
  and ($7::timestamptz is null or (a.opened_at, a.id) < ($7, $8::text))
order by a.opened_at desc, a.id desc
limit $9`,
});
