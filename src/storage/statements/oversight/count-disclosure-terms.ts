import { defineStatement } from '../../statement.ts';
import { disclosureCountRow } from './count-disclosures.ts';
import { ownedByReader } from './disclosure.ts';

/**
 * Counts records by what one may have several of: $1 the one agency whose data they are of, $2 FIELD or DENIAL, $3 from,
 * $4 to, $5 rows; the most first. An agency's fields are its own alone.
 */
export const countDisclosureTerms = defineStatement({
  name: 'oversight.count-disclosure-terms',
  scoped: false,
  readsLog: true,
  row: disclosureCountRow,
  plannedAnew: true,
  text: `
select told.key, count(*) filter (where d.stage = 'RELEASE') as answers,
  count(*) filter (where d.stage = 'DENY') as refusals, sum(d.row_count)::bigint as rows
from oversight.disclosure d
cross join lateral (
  select distinct each.coordinate as key from unnest(d.coordinates, d.owners) as each (coordinate, owner)
    where $2::text = 'FIELD' and ($1::text is null or each.owner = $1)
  union all select reason from unnest(d.denials) as reason where $2 = 'DENIAL'
) told
where ${ownedByReader} and d.stage in ('RELEASE', 'DENY')
  and d.recorded_at >= $3::timestamptz and d.recorded_at < $4::timestamptz
group by told.key
order by count(*) desc, told.key
limit $5`,
});
