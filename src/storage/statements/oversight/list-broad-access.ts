import { defineStatement } from '../../statement.ts';
import { ownedByReader } from './disclosure.ts';
import { lookedAt, thresholdFor, unusualAccessRow } from './unusual-access.ts';

const terms = `(
    select 'SUBJECTS' as measure, term from unnest(d.subjects) as term
    union all select 'DIVISIONS', term from unnest(d.open_divisions) as term where right(term, 1) <> '*'
    union all select 'FIELDS', term from unnest(d.coordinates) as term
  ) each`;

/**
 * Hours in which a caller learnt about many subjects, of many divisions or fields, measured against what it learnt in
 * an hour of the 30 days before. $1 the one agency whose data they are of, $2 from, $3 to, $4 rows.
 */
export const listBroadAccess = defineStatement({
  name: 'oversight.list-broad-access',
  scoped: false,
  readsLog: true,
  row: unusualAccessRow,
  plannedAnew: true,
  text: `
with least as (
  select min(t.least) filter (where t.measure = 'SUBJECTS') as subjects,
    min(t.least) filter (where t.measure = 'DIVISIONS') as divisions,
    min(t.least) filter (where t.measure = 'FIELDS') as fields
  from oversight.access_threshold t where t.kind = 'BREADTH'
),
-- There are no more different ones than there are altogether: most hours need no closer look.
busy as (
  select d.actor, date_trunc('hour', d.recorded_at) as hour
  from oversight.disclosure d
  where ${lookedAt} and d.stage = 'RELEASE'
  group by d.actor, hour
  having sum(cardinality(d.subjects)) >= (select subjects from least)
    or sum(cardinality(d.open_divisions)) >= (select divisions from least)
    or sum(cardinality(d.coordinates)) >= (select fields from least)
),
found as (
  select each.measure, d.actor, d.agency, d.role, busy.hour,
    count(distinct each.term) as counted, (array_agg(distinct d.id::text order by d.id::text desc))[1:20] as ids
  from oversight.disclosure d
  join busy on busy.actor = d.actor and busy.hour = date_trunc('hour', d.recorded_at)
  cross join lateral ${terms}
  where ${lookedAt} and d.stage = 'RELEASE'
  group by each.measure, d.actor, d.agency, d.role, busy.hour
),
broad as (
  select found.*, bound.least, bound.times_usual from found ${thresholdFor('BREADTH')}
  where found.counted >= bound.least
),
-- Of those alone, whom it is worth looking at. Hours without an answer do not lower what is usual.
past as (
  select hours.actor, hours.measure, avg(hours.counted)::float8 as usual
  from (
    select d.actor, each.measure, count(distinct each.term) as counted
    from oversight.disclosure d cross join lateral ${terms}
    where d.actor in (select broad.actor from broad) and d.stage = 'RELEASE'
      and ${ownedByReader}
      and d.recorded_at >= $2::timestamptz - interval '30 days' and d.recorded_at < $2::timestamptz
    group by d.actor, each.measure, date_trunc('hour', d.recorded_at)
  ) hours
  group by hours.actor, hours.measure
)
select 'BREADTH' as kind, broad.measure, broad.actor, broad.agency, broad.role, broad.hour as "from",
  broad.hour + interval '1 hour' as "to", broad.counted, round(past.usual::numeric, 1)::float8 as usual, broad.least,
  broad.ids as "recordIds"
from broad left join past using (actor, measure)
where past.usual is null or broad.times_usual is null or broad.counted >= broad.times_usual * past.usual
order by broad.counted desc, broad.hour desc, broad.actor, broad.measure
limit $4`,
});
