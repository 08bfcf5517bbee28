import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { text, whole } from '../shapes.ts';
import { ownedByReader } from './disclosure.ts';

const disclosureCountRow = z.strictObject({ key: text, answers: whole, refusals: whole, rows: whole });

/** How many records of a span have one thing in common. */
export type DisclosureCountRow = z.infer<typeof disclosureCountRow>;

// The whole hours in the span; where it has none, nothing at its end.
const wholeFrom = `least(date_trunc('hour', $3::timestamptz + interval '1 hour' - interval '1 microsecond', 'UTC'), $4::timestamptz)`;
const wholeTo = `greatest(date_trunc('hour', $4::timestamptz, 'UTC'), ${wholeFrom})`;

const columns =
  'd.recorded_at, d.stage, d.row_count, d.agency, d.purpose, d.code, d.coordinates, d.owners, d.denials';
const counted = `${ownedByReader} and d.stage in ('RELEASE', 'DENY')`;

/**
 * Counts records: $1 the one agency whose data they are of, $2 HOUR, AGENCY, PURPOSE, CODE, FIELD or DENIAL, $3 from, $4 to,
 * $5 rows. Hours come in their order, others by their number. Whole hours are read from the tally; records at the ends of the
 * span, and those that are not tallied yet, one by one.
 */
export const countDisclosures = defineStatement({
  name: 'oversight.count-disclosures',
  scoped: false,
  readsLog: true,
  row: disclosureCountRow,
  plannedAnew: true,
  text: `
select case when $2::text = 'HOUR' then to_char(told.hour at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:00:00') || '+08:00'
    else told.key end as key,
  sum(told.answers)::bigint as answers, sum(told.refusals)::bigint as refusals, sum(told.rows)::bigint as rows
from (
  select case when $2 = 'HOUR' then t.hour end as hour, t.key, t.answers, t.refusals, t.rows
  from oversight.disclosure_tally t
  where t.audience = coalesce($1::text, '*') and t.counted_by = $2 and t.hour >= ${wholeFrom} and t.hour < ${wholeTo}
  union all
  select case when $2 = 'HOUR' then date_trunc('hour', one.recorded_at, 'UTC') end, under.key,
    (one.stage = 'RELEASE')::integer, (one.stage = 'DENY')::integer, one.row_count
  from (
    select ${columns} from oversight.disclosure d
    where ${counted} and (d.recorded_at >= $3::timestamptz and d.recorded_at < ${wholeFrom}
      or d.recorded_at >= ${wholeTo} and d.recorded_at < $4::timestamptz)
    union all
    select late.*
    from oversight.log l
    left join oversight.log_derived p on p.log = l.log
    -- For each log by its indices: they are few, which the planner cannot know.
    cross join lateral (
      select ${columns} from oversight.disclosure d
      where ${counted} and d.log = l.log
        and d.index >= coalesce(p.tallied_to, 0) and d.index < coalesce(p.to_index, 9223372036854775807)
        and d.recorded_at >= ${wholeFrom} and d.recorded_at < ${wholeTo}
      offset 0
    ) late
  ) one
  cross join lateral oversight.counted_under(coalesce($1::text, '*'),
    one.agency, one.purpose, one.code, one.coordinates, one.owners, one.denials) under
  where under.counted_by = $2
) told
group by told.hour, told.key
order by told.hour, sum(told.answers) + sum(told.refusals) desc, told.key
limit $5`,
});
