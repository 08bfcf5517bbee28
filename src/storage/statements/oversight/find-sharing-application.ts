import { defineStatement } from '../../statement.ts';
import { partOf, sharingApplicationColumns, sharingApplicationRow } from './list-sharing-applications.ts';

/** One application. $1 the one agency that has a part in it, $2 id. */
export const findSharingApplication = defineStatement({
  name: 'oversight.find-sharing-application',
  scoped: false,
  row: sharingApplicationRow,
  text: `
select ${sharingApplicationColumns}
from oversight.sharing_application a
where ${partOf('$1')} and a.id = $2`,
});
