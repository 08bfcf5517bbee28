import { defineStatement } from '../../statement.ts';
import { disclosureColumns, disclosureRow } from './disclosure.ts';

/**
 * A page of records, newest first. $1 agency, $2 role, $3 purpose, $4 stage, $5 coordinate, $6 from, $7 to, $8 whether
 * with a case reference; $9 index of the last row seen; $10 rows.
 */
export const listDisclosures = defineStatement({
  name: 'oversight.list-disclosures',
  scoped: false,
  row: disclosureRow,
  plannedAnew: true,
  text: `
select ${disclosureColumns}
from oversight.disclosure d
where ($1::text is null or d.agency = $1)
  and ($2::text is null or d.role = $2)
  and ($3::text is null or d.purpose = $3)
  and ($4::text is null or d.stage = $4)
  and ($5::text is null or d.coordinates @> array[$5])
  and ($6::timestamptz is null or d.recorded_at >= $6 and d.recorded_at < $7::timestamptz)
  and ($8::boolean is null or (d.case_reference is not null) = $8)
  and ($9::bigint is null or d.index < $9)
order by d.index desc
limit $10`,
});
