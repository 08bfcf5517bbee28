import { defineStatement } from '../../statement.ts';
import { alarmColumns, alarmRow } from './alarm.ts';

/** One alarm. $1 the one owner whose data it may be about, $2 id. */
export const findAlarm = defineStatement({
  name: 'oversight.find-alarm',
  scoped: false,
  row: alarmRow,
  text: `
select ${alarmColumns}
from oversight.alarm a
where ($1::text is null or a.owner = $1) and a.id = $2::uuid`,
});
