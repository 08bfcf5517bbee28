import type { Pool } from 'pg';
import type { CaseFile, CaseRegister } from '../request/index.ts';
import { runNamed } from './run-named.ts';

const FIND_CASE = {
  name: 'oversight.find-case-file',
  text: `select purposes, opened_at as "openedAt", closed_at as "closedAt"
    from oversight.case_file
   where agency = $1 and case_key = $2`,
};

interface CaseFileRow {
  readonly purposes: readonly string[];
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** The agencies' case registers as they were taken in. */
export function createCaseRegister(pool: Pool): CaseRegister {
  return {
    async find(agency, reference) {
      const { rows } = await runNamed<CaseFileRow>(pool, FIND_CASE, [agency, reference]);
      return rows[0] === undefined ? null : toCaseFile(rows[0]);
    },
  };
}

function toCaseFile({ purposes, openedAt, closedAt }: CaseFileRow): CaseFile {
  return {
    purposes,
    openedAtMs: Date.parse(openedAt),
    closedAtMs: closedAt === null ? null : Date.parse(closedAt),
  };
}
