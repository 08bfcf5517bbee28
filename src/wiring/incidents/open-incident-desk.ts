import type { IncidentDesk, IncidentNotice } from '../../audit/index.ts';
import { keyedName } from '../../base/index.ts';
import { createIncidentStore, type Database, deriveKey } from '../../storage/index.ts';

/** What an incident desk is made of. */
export interface IncidentDeskParts {
  readonly database: Pick<Database, 'app'>;
  /** The data folder's secret, which the key of the marks' hashes is derived from. */
  readonly secret: Uint8Array;
  /** Tells whoever has to hear of it; never waited for. */
  readonly notify: (notice: IncidentNotice) => void;
}

/** Where the gates of one process report what they stopped. */
export function openIncidentDesk({ database, secret, notify }: IncidentDeskParts): IncidentDesk {
  const store = createIncidentStore(database.app);
  const key = deriveKey(secret, 'guard marks v1');
  return {
    async open(report) {
      const opened = await store.open(report);
      const { gate, rule, detectedAtMs } = report;
      const detectedAt = new Date(detectedAtMs).toISOString();
      if (opened.isNew) notify({ incident: opened.id, gate, rule, state: 'BLOCKED', detectedAt });
      return opened;
    },
    hashOf: (text) => keyedName('m1', key, text),
    released: () => store.listReleased(),
  };
}
