import { defineStatement } from '../../statement.ts';
import { disclosureColumns, disclosureRow, ownedByReader } from './disclosure.ts';

/** Records by index. $1 the one agency whose data they are of, $2 log, $3 indices. */
export const findDisclosures = defineStatement({
  name: 'oversight.find-disclosures',
  scoped: false,
  readsLog: true,
  row: disclosureRow,
  text: `
select ${disclosureColumns}
from oversight.disclosure d
where ${ownedByReader} and d.log = $2 and d.index = any($3::bigint[])`,
});
