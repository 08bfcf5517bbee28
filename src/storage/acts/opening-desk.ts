import type { PoolClient } from 'pg';
import type { OpeningDesk } from '../../request/index.ts';
import { runNamed } from '../run-named.ts';

const KEEP_OPENING = {
  name: 'mediation.keep-opening',
  text: `insert into mediation.warning_opening (warning_id, agency, opened_at, opened_by, role, note, request_id,
      online_label)
    values ($1, $2, $3, $4, $5, $6, $7, 'SENSITIVE') on conflict do nothing`,
};

/** Who has opened which warning, on the connection of one transaction. */
export function createOpeningDesk(client: PoolClient): Pick<OpeningDesk, 'keepOpening'> {
  return {
    async keepOpening({ warningId, agency, openedAtMs, openedBy, role, note, requestId }) {
      const openedAt = new Date(openedAtMs).toISOString();
      await runNamed(client, KEEP_OPENING, [warningId, agency, openedAt, openedBy, role, note, requestId]);
    },
  };
}
