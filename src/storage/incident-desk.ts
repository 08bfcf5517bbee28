import { LukouError } from '../base/index.ts';
import type { JudgeableIncident, JudgePorts } from '../request/index.ts';
import { runNamed, type Queryable } from './run-named.ts';
import { storageFault } from './storage-fault.ts';

const FIND_INCIDENT = {
  name: 'oversight.find-guard-incident',
  text: `select incident.owners, incident.actor, oversight.guard_state(incident.id) as state,
      (select count(*)::integer from oversight.guard_incident_step step where step.incident_id = incident.id) as version,
      array(select step.actor from oversight.guard_incident_step step
             where step.incident_id = incident.id and step.state = 'FALSE_POSITIVE') as "releasedBy"
    from oversight.guard_incident incident
   where incident.id = $1`,
};

const KEEP_STEP = {
  name: 'oversight.keep-guard-step',
  text: `insert into oversight.guard_incident_step (
      incident_id, ordinal, state, taken_at, actor, agency, role, note)
    select $1, 1 + max(ordinal), $2, $3, $4, $5, $6, $7
      from oversight.guard_incident_step where incident_id = $1`,
};

const UNIQUE_VIOLATION = '23505';
const STEP_UNKNOWN = 'guard_step_unknown';

/** Incidents of the guard, as those judge them who answer for the data. */
export function createIncidentJudge(pool: Queryable): JudgePorts['incidents'] {
  const find = async (id: string): Promise<JudgeableIncident | null> => {
    const { rows } = await runNamed<JudgeableIncident>(pool, FIND_INCIDENT, [id]);
    return rows[0] ?? null;
  };
  return {
    find,
    async keep({ incidentId, state, takenAtMs, actor, agency, role, note }) {
      const takenAt = new Date(takenAtMs).toISOString();
      const values = [incidentId, state, takenAt, actor, agency, role, note];
      await pool.query({ ...KEEP_STEP, values }).catch((error: unknown) => {
        if (isTooLate(error))
          throw new LukouError('INCIDENT_STEP_REFUSED', 'Somebody else was faster: look at it again.');
        throw storageFault(error, KEEP_STEP.name);
      });
      const now = await find(incidentId);
      if (now === null) throw new LukouError('INCIDENT_UNKNOWN');
      return { state: now.state, version: now.version };
    },
  };
}

function isTooLate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return Reflect.get(error, 'code') === UNIQUE_VIOLATION || Reflect.get(error, 'constraint') === STEP_UNKNOWN;
}
