import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { text, whole } from '../shapes.ts';
import { ownedByReader } from './disclosure.ts';

export const disclosureCountRow = z.strictObject({ key: text, answers: whole, refusals: whole, rows: whole });

/** How many records of a span have one thing in common. */
export type DisclosureCountRow = z.infer<typeof disclosureCountRow>;

/**
 * Counts records: $1 the one agency whose data they are of, $2 HOUR, AGENCY, PURPOSE or CODE, $3 from, $4 to, $5 rows.
 * Hours come in their order, others by their number.
 */
export const countDisclosures = defineStatement({
  name: 'oversight.count-disclosures',
  scoped: false,
  readsLog: true,
  row: disclosureCountRow,
  plannedAnew: true,
  text: `
select case $2::text
    when 'HOUR' then to_char(d.hour at time zone interval '8 hours', 'YYYY-MM-DD"T"HH24:00:00') || '+08:00'
    when 'AGENCY' then coalesce(d.agency, 'public')
    when 'PURPOSE' then coalesce(d.purpose, 'none')
    else d.code
  end as key, sum(d.answers)::bigint as answers, sum(d.refusals)::bigint as refusals, sum(d.rows)::bigint as rows
from (
  select case when $2 = 'HOUR' then date_trunc('hour', d.recorded_at) end as hour,
    case when $2 = 'AGENCY' then d.agency end as agency, case when $2 = 'PURPOSE' then d.purpose end as purpose,
    case when $2 = 'CODE' then d.code end as code, count(*) filter (where d.stage = 'RELEASE') as answers,
    count(*) filter (where d.stage = 'DENY') as refusals, sum(d.row_count) as rows
  from oversight.disclosure d
  where ${ownedByReader} and d.stage in ('RELEASE', 'DENY')
    and d.recorded_at >= $3::timestamptz and d.recorded_at < $4::timestamptz
  group by 1, 2, 3, 4
) d
group by key
order by case when $2 = 'HOUR' then min(d.hour) end, sum(d.answers) + sum(d.refusals) desc, key
limit $5`,
});
