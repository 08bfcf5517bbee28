import { defineStatement } from '../../statement.ts';
import { disclosureColumns, disclosureRow } from './disclosure.ts';

/** Records by index. $1 indices. */
export const findDisclosures = defineStatement({
  name: 'oversight.find-disclosures',
  scoped: false,
  row: disclosureRow,
  text: `
select ${disclosureColumns}
from oversight.disclosure d
where d.index = any($1::bigint[])`,
});
