import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { optionalText, text, whole } from '../shapes.ts';

const sharedFieldRow = z.strictObject({
  uid: text,
  version: whole,
  coordinate: text,
  decision: text,
  mask: optionalText,
  rule: text,
});

/** A row of oversight.shared_field. */
export type SharedFieldRow = z.infer<typeof sharedFieldRow>;

/** Fields that agreements decide. $1 uids and $2 versions, pair by pair. */
export const listSharedFields = defineStatement({
  name: 'oversight.list-shared-fields',
  scoped: false,
  row: sharedFieldRow,
  text: `
select f.uid, f.version, f.coordinate, f.decision, f.mask, f.rule
from unnest($1::text[], $2::integer[]) as asked (uid, version)
join oversight.shared_field f on f.uid = asked.uid and f.version = asked.version
order by f.coordinate`,
});
