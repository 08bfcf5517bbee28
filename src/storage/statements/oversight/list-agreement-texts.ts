import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { optionalText, text, whole } from '../shapes.ts';

const agreementTextRow = z.strictObject({
  uid: text,
  version: whole,
  document: optionalText,
  signatures: z.array(z.strictObject({ agency: text, keyId: text, signature: text })),
});

/** A version of an agreement, word for word, with the signatures that its file held when it was first loaded. */
export type AgreementTextRow = z.infer<typeof agreementTextRow>;

/** What versions say, and who signed them. $1 uids and $2 versions, pair by pair. */
export const listAgreementTexts = defineStatement({
  name: 'oversight.list-agreement-texts',
  scoped: false,
  row: agreementTextRow,
  text: `
select a.uid, a.version, a.signed_text as document, coalesce(a.body -> 'signatures', '[]') as signatures
from unnest($1::text[], $2::integer[]) as asked (uid, version)
join oversight.agreement a on a.uid = asked.uid and a.version = asked.version`,
});
