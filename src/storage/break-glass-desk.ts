import type { Pool } from 'pg';
import { uuidV7 } from '../base/index.ts';
import type { BreakGlassDesk } from '../request/index.ts';
import { runNamed } from './run-named.ts';

const REPORT_BREAK_GLASS = {
  name: 'oversight.report-break-glass',
  text: 'select oversight.report_break_glass($1, $2)',
};

/** Uses of a broken glass, kept in the database of the disclosure log. */
export function createBreakGlassDesk(pool: Pool): BreakGlassDesk {
  return {
    async report({ askedAtMs, sessionEndsAtMs, ...told }) {
      const askedAt = new Date(askedAtMs).toISOString();
      const sessionEndsAt = new Date(sessionEndsAtMs).toISOString();
      const values = [uuidV7(askedAtMs), JSON.stringify({ askedAt, sessionEndsAt, ...told })];
      await runNamed(pool, REPORT_BREAK_GLASS, values);
    },
  };
}
