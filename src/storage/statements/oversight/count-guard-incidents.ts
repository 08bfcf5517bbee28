import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { text, whole } from '../shapes.ts';

const guardIncidentCountRow = z.strictObject({ gate: text, state: text, incidents: whole });

/** How many incidents one gate has in one state. */
export type GuardIncidentCountRow = z.infer<typeof guardIncidentCountRow>;

/** Counts incidents by gate and state: $1 the one agency whose data they concern, $2 from, $3 to. */
export const countGuardIncidents = defineStatement({
  name: 'oversight.count-guard-incidents',
  scoped: false,
  row: guardIncidentCountRow,
  plannedAnew: true,
  text: `
select i.gate, oversight.guard_state(i.id) as state, count(*) as incidents
from oversight.guard_incident i
where ($1::text is null or $1 = any (i.owners))
  and i.detected_at >= $2::timestamptz and i.detected_at < $3::timestamptz
group by 1, 2
order by 1, 2`,
});
