import { defineStatement } from '../../statement.ts';
import { lookedAt, someIds, thresholdFor, unusualAccessRow } from './unusual-access.ts';

/**
 * Answers between 22:00 and 06:00 at +08:00, by caller and night. $1 the one agency whose data they are of, $2 from, $3
 * to, $4 rows.
 */
export const listNightAccess = defineStatement({
  name: 'oversight.list-night-access',
  scoped: false,
  readsLog: true,
  row: unusualAccessRow,
  plannedAnew: true,
  text: `
with found as (
  select 'ANSWERS' as measure, d.actor, d.agency, d.role,
    -- Six hours earlier, a night lies in the evening that it began in.
    ((d.recorded_at - interval '6 hours') at time zone interval '8 hours')::date as evening,
    count(*) as counted, min(d.recorded_at) as first_at, max(d.recorded_at) as last_at, ${someIds} as ids
  from oversight.disclosure d
  where ${lookedAt} and d.stage = 'RELEASE'
    and extract(hour from (d.recorded_at + interval '2 hours') at time zone interval '8 hours') < 8
  group by d.actor, d.agency, d.role, evening
)
select 'NIGHT' as kind, found.measure, found.actor, found.agency, found.role, found.first_at as "from",
  found.last_at as "to", found.counted, null::float8 as usual, bound.least, found.ids as "recordIds"
from found ${thresholdFor('NIGHT')}
where found.counted >= bound.least
order by found.counted desc, found.first_at desc, found.actor
limit $4`,
});
