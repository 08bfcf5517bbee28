import type { Pool } from 'pg';
import type { DrillPorts } from '../request/index.ts';
import { runNamed } from './run-named.ts';

const KEEP_DRILL = {
  name: 'oversight.keep-guard-drill',
  text: `insert into oversight.guard_drill (id, drilled_at, actor, agency, gates, controls, kept, passed, log, index)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** Where what drills of the guard found is kept: the database of the disclosure log. */
export function createDrillStore(pool: Pool): DrillPorts['drills'] {
  return {
    async keep({ id, drilledAtMs, actor, agency, gates, controls, kept, passed, log, index }) {
      const found = [JSON.stringify(gates), JSON.stringify(controls), kept, passed];
      const values = [id, new Date(drilledAtMs).toISOString(), actor, agency, ...found, log, index];
      await runNamed(pool, KEEP_DRILL, values);
    },
  };
}
