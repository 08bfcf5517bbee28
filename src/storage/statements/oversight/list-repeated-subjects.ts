import { defineStatement } from '../../statement.ts';
import { lookedAt, someIds, thresholdFor, unusualAccessRow } from './unusual-access.ts';

/**
 * The same person or vehicle looked up by one caller on several days or for several cases. Only answers about at most
 * ten subjects count: a list shows whoever passed by. $1 the one agency whose data they are of, $2 from, $3 to, $4 rows.
 */
export const listRepeatedSubjects = defineStatement({
  name: 'oversight.list-repeated-subjects',
  scoped: false,
  readsLog: true,
  row: unusualAccessRow,
  plannedAnew: true,
  text: `
with met as (
  select d.actor, d.agency, d.role, subject,
    count(distinct (d.recorded_at at time zone interval '8 hours')::date) as days,
    count(distinct d.case_reference) as cases,
    min(d.recorded_at) as first_at, max(d.recorded_at) as last_at, ${someIds} as ids
  from oversight.disclosure d cross join lateral unnest(d.subjects) as subject
  where ${lookedAt} and d.stage = 'RELEASE' and cardinality(d.subjects) between 1 and 10
  group by d.actor, d.agency, d.role, subject
),
found as (
  select met.*, told.measure, told.counted
  from met cross join lateral (values ('DAYS', met.days), ('CASES', met.cases)) as told (measure, counted)
)
select 'REPEATED_SUBJECT' as kind, found.measure, found.actor, found.agency, found.role, found.first_at as "from",
  found.last_at as "to", found.counted, null::float8 as usual, bound.least, found.ids as "recordIds"
from found ${thresholdFor('REPEATED_SUBJECT')}
where found.counted >= bound.least
order by found.counted desc, found.last_at desc, found.actor, found.measure, found.subject
limit $4`,
});
