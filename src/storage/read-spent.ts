import type { Pool } from 'pg';
import type { ReadSpent, SpentBudget } from '../request/index.ts';
import { runNamed } from './run-named.ts';

const READ_SPENT = {
  name: 'oversight.read-spent',
  text: `select agreement, measure, clause, used, closed from oversight.budget_use
    where day = $1 and agreement = any($2) and principal = $3`,
};

/** Reads what one principal has used in a day. */
export function createSpentReader(pool: Pool): ReadSpent {
  return async ({ pseudonym, day, agreements }) => {
    const { rows } = await runNamed<SpentBudget>(pool, READ_SPENT, [day, agreements, pseudonym]);
    return rows;
  };
}
