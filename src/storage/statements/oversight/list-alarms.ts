import { defineStatement } from '../../statement.ts';
import { alarmColumns, alarmRow } from './alarm.ts';

/**
 * A page of alarms, newest first. $1 the one owner whose data they are about, $2 kind, $3 owner, $4 agency, $5, $6 from
 * and before; $7, $8 instant and id of the last row seen; $9 rows.
 */
export const listAlarms = defineStatement({
  name: 'oversight.list-alarms',
  scoped: false,
  row: alarmRow,
  plannedAnew: true,
  text: `
select ${alarmColumns}
from oversight.alarm a
where ($1::text is null or a.owner = $1)
  and ($2::text is null or a.kind = $2)
  and ($3::text is null or a.owner = $3)
  and ($4::text is null or a.agency = $4)
  and a.raised_at >= $5::timestamptz and a.raised_at < $6::timestamptz
  and ($7::timestamptz is null or (a.raised_at, a.id) < ($7, $8::uuid))
order by a.raised_at desc, a.id desc
limit $9`,
});
