import type { Pool } from 'pg';
import type { DerivedLog, LogDeriver } from '../audit/index.ts';
import { runNamed } from './run-named.ts';
import { UNREADABLE } from './statements/oversight/disclosure.ts';

const LIST_BEHIND = {
  name: 'oversight.list-logs-behind',
  text: `
select h.log, h.size
from oversight.log_head h left join oversight.log_derived d on d.log = h.log
where h.size > coalesce(d.to_index, 0) and ($1::text is null or h.log = $1)
order by h.log`,
};

// Some thousand records at a time, so that nobody waits long for the one who is at it.
const DERIVE = { name: 'oversight.derive-log', text: 'select oversight.derive_log($1) as "toIndex"' };

const READ_STATE = {
  name: 'oversight.read-derived-log',
  text: `
select h.size - coalesce(d.to_index, 0) as waiting,
  (select count(*) from oversight.disclosure r where r.log = h.log and r.code = '${UNREADABLE}') as unreadable
from oversight.log_head h left join oversight.log_derived d on d.log = h.log
where h.log = $1`,
};

/** Derives what logs are searched by from the bytes of their records. */
export function createLogDeriver(pool: Pool): LogDeriver {
  return {
    async derive(log) {
      await runNamed(pool, DERIVE, [log]);
      const { rows } = await runNamed<DerivedLog>(pool, READ_STATE, [log]);
      return rows[0] ?? { waiting: 0, unreadable: 0 };
    },
  };
}

/**
 * Derives whatever any process has committed to any log before now: what is read after it misses no record that was
 * answered before.
 *
 * @param log - that one only.
 * @throws LukouError STORAGE_FAULT where it cannot be done; then nothing may be read either.
 */
export async function deriveCommitted(pool: Pool, log: string | null = null): Promise<void> {
  const { rows: behind } = await runNamed<{ log: string; size: number }>(pool, LIST_BEHIND, [log]);
  for (const { log: name, size } of behind) {
    for (let derivedTo = -1; derivedTo < size;) {
      const { rows } = await runNamed<{ toIndex: number }>(pool, DERIVE, [name]);
      derivedTo = rows[0]!.toIndex;
    }
  }
}
