import type { Pool } from 'pg';
import { uuidV7 } from '../base/index.ts';
import type { AlarmDesk } from '../request/index.ts';
import { runNamed } from './run-named.ts';

// An answer may leave on this commit, so it is on disk, whatever the server's default says.
const RAISE_ALARM = {
  name: 'oversight.raise-alarm',
  text: `
    with durable as (select set_config('synchronous_commit', 'on', true))
    insert into oversight.alarm (
      id, raised_at, kind, owner, agency, principal, agreement, clause, measure, day, used, allowed, request_id,
      case_reference, reason
    )
    select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 from durable
    on conflict do nothing`,
};

/** The alarms that agencies have to look at, kept in the database of the disclosure log. */
export function createAlarmDesk(pool: Pool): AlarmDesk {
  return {
    async raise(alarm) {
      const { owner, agency, principal, agreement, requestId } = alarm;
      const { clause, measure, day, used, allowed, caseReference, reason } = alarm;
      const id = uuidV7(alarm.raisedAtMs);
      const raisedAt = new Date(alarm.raisedAtMs).toISOString();
      const who = [alarm.kind, owner, agency, principal, agreement];
      const what = [clause, measure, day, used, allowed, requestId, caseReference, reason];
      const values = [id, raisedAt, ...who, ...what.map((value) => value ?? null)];
      await runNamed(pool, RAISE_ALARM, values);
    },
  };
}
