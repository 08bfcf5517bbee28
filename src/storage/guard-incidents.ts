import type { Pool } from 'pg';
import type { MarkReport, OpenedIncident } from '../audit/index.ts';
import { uuidV7 } from '../base/index.ts';
import { runNamed } from './run-named.ts';
import { storageFault } from './storage-fault.ts';

const OPEN_INCIDENT = {
  name: 'oversight.open-guard-incident',
  text: 'select id, is_new as "isNew" from oversight.open_guard_incident($1, $2)',
};

// Two persons stand behind it, and nobody found the same text to be marked after all.
const LIST_RELEASED = {
  name: 'oversight.list-released-marks',
  text: `
    select incident.mark_hash as hash
      from oversight.guard_incident incident
      join oversight.guard_incident_step step on step.incident_id = incident.id
     where incident.mark_hash is not null
     group by incident.mark_hash
    having bool_or(step.state = 'FALSE_POSITIVE'
        and oversight.guard_state(incident.id) in ('FALSE_POSITIVE', 'CLOSED'))
       and not bool_or(step.state = 'CONFIRMED')`,
};

/** Incidents of the guard, kept in the database of the disclosure log. */
export interface IncidentStore {
  open(report: MarkReport): Promise<OpenedIncident>;
  /** Keyed hashes of the texts that were released. */
  listReleased(): Promise<ReadonlySet<string>>;
}

/** Keeps incidents; what it is told holds no content. */
export function createIncidentStore(pool: Pool): IncidentStore {
  return {
    async open({ detectedAtMs, ...told }) {
      const detectedAt = new Date(detectedAtMs).toISOString();
      const values = [uuidV7(detectedAtMs), JSON.stringify({ detectedAt, ...told })];
      const { rows } = await runNamed<OpenedIncident>(pool, OPEN_INCIDENT, values);
      const [opened] = rows;
      if (opened === undefined)
        throw storageFault(new TypeError('No incident came of it.'), OPEN_INCIDENT.name);
      return opened;
    },
    async listReleased() {
      const { rows } = await runNamed<{ hash: string }>(pool, LIST_RELEASED);
      return new Set(rows.map(({ hash }) => hash));
    },
  };
}
