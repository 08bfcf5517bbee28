import { defineStatement } from '../../statement.ts';
import { afterPosition, disclosureColumns, disclosureRow, newestFirst, ownedByReader } from './disclosure.ts';

/**
 * A page of records that tell about one person or vehicle, newest first, without those of a case that is held now.
 * $1 the one agency whose data they are of, $2 keyed hashes, one an epoch, $3 from, $4 to, $5 now; $6 instant, $7 log and $8 index of the
 * last row seen; $9 rows.
 */
export const listDisclosuresOfSubject = defineStatement({
  name: 'oversight.list-disclosures-of-subject',
  scoped: false,
  readsLog: true,
  row: disclosureRow,
  plannedAnew: true,
  text: `
select ${disclosureColumns}
-- Found by whom they tell about, which are few, and not by looking through the newest until enough are found.
from (select * from oversight.disclosure where subjects && $2::text[] offset 0) d
where ${ownedByReader}
  and d.recorded_at >= $3::timestamptz and d.recorded_at < $4::timestamptz
  and not exists (
    select from oversight.investigation_hold held
    where held.agency = d.agency and held.case_key = normalize(d.case_reference, NFKC)
      and held.held_at <= $5::timestamptz and held.held_until > $5)
  and ${afterPosition(6)}
${newestFirst('$9')}`,
});
