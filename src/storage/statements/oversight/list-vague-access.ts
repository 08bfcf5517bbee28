import { defineStatement } from '../../statement.ts';
import { lookedAt, someIds, thresholdFor, unusualAccessRow } from './unusual-access.ts';

/**
 * Days on which a caller often had sensitive answers without a case, or was often refused for its purpose or case. $1
 * the one agency whose data they are of, $2 from, $3 to, $4 rows.
 */
export const listVagueAccess = defineStatement({
  name: 'oversight.list-vague-access',
  scoped: false,
  readsLog: true,
  row: unusualAccessRow,
  plannedAnew: true,
  text: `
with found as (
  select told.measure, d.actor, d.agency, d.role, (d.recorded_at at time zone interval '8 hours')::date as day,
    count(*) as counted, min(d.recorded_at) as first_at, max(d.recorded_at) as last_at, ${someIds} as ids
  from oversight.disclosure d
  cross join lateral (
    select 'WITHOUT_CASE' as measure
      where d.stage = 'RELEASE' and d.case_reference is null and d.max_sensitivity = 'SENSITIVE'
    union all select 'REFUSED'
      where d.code in ('PURPOSE_REQUIRED', 'PURPOSE_UNKNOWN', 'CASE_REFERENCE_INVALID', 'CASE_REFERENCE_REFUSED')
        or d.denials && array['PURPOSE_NOT_GRANTED', 'CASE_REQUIRED']
  ) told
  where ${lookedAt}
  group by told.measure, d.actor, d.agency, d.role, day
)
select 'VAGUE' as kind, found.measure, found.actor, found.agency, found.role, found.first_at as "from",
  found.last_at as "to", found.counted, null::float8 as usual, bound.least, found.ids as "recordIds"
from found ${thresholdFor('VAGUE')}
where found.counted >= bound.least
order by found.counted desc, found.first_at desc, found.actor, found.measure
limit $4`,
});
