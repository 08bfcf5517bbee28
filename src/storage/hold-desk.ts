import type { Pool } from 'pg';
import type { HoldPorts } from '../request/index.ts';
import { runNamed } from './run-named.ts';

const KEEP_HOLD = {
  name: 'oversight.keep-investigation-hold',
  text: `insert into oversight.investigation_hold (
      id, agency, case_key, held_at, held_until, actor, actor_agency, actor_role)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** Cases whose records nobody is told of who asks who looked at somebody. */
export function createHoldDesk(pool: Pool): HoldPorts['holds'] {
  return {
    async keep({ id, agency, caseReference, heldAtMs, untilMs, actor, actorAgency, actorRole }) {
      const span = [heldAtMs, untilMs].map((instantMs) => new Date(instantMs).toISOString());
      const values = [id, agency, caseReference, ...span, actor, actorAgency, actorRole];
      await runNamed(pool, KEEP_HOLD, values);
    },
  };
}
