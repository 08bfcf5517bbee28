import type { PoolClient } from 'pg';
import type { ApplicationDesk } from '../../request/index.ts';
import { runNamed } from '../run-named.ts';

const OPEN_APPLICATION = {
  name: 'oversight.open-application',
  text: `insert into oversight.sharing_application (id, applicant, provider, resource, purpose, legal_basis, opened_at,
      opened_by, request_id, online_label)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'INTERNAL')`,
};

/** The applications to share data, on the connection of one transaction. */
export function createApplicationDesk(client: PoolClient): ApplicationDesk {
  return {
    async open({ id, applicant, provider, resource, purpose, legalBasis, openedAtMs, openedBy, requestId }) {
      const openedAt = new Date(openedAtMs).toISOString();
      const what = [id, applicant, provider, resource, purpose, legalBasis];
      await runNamed(client, OPEN_APPLICATION, [...what, openedAt, openedBy, requestId]);
    },
  };
}
