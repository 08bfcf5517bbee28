import type { Pool } from 'pg';
import { keyedName } from '../base/index.ts';
import type { BudgetMeter, Charge, Spending } from '../request/index.ts';
import { runNamed } from './run-named.ts';

// One statement and so one transaction: what it charges and the alarms that it raises are kept together or not at all.
const SPEND = {
  name: 'oversight.spend-budgets',
  text: 'select agreement, measure, clause, fits from oversight.spend_budgets($1, $2, $3, $4)',
};
const FORGET = { name: 'oversight.forget-budgets', text: 'select oversight.forget_budgets($1)' };

interface VerdictRow extends Pick<Charge, 'agreement' | 'measure' | 'clause'> {
  readonly fits: boolean;
}

/**
 * What was used of budgets and limits, in the database, where every gateway process finds it and a restart leaves it.
 * Days that are over for a week are forgotten when a process charges the first answer of a day.
 *
 * @param addressKey - stands for the addresses of the public, which are not kept in clear.
 */
export function createBudgetMeter(pool: Pool, addressKey: Uint8Array): BudgetMeter {
  let today: string | null = null;
  return {
    async spend(spending) {
      const { day } = spending;
      if (day !== today) {
        await runNamed(pool, FORGET, [day]);
        today = day;
      }
      const values = [day, nameSpender(spending, addressKey), ...describe(spending)];
      const { rows } = await runNamed<VerdictRow>(pool, SPEND, values);
      return findUnfit(spending.charges, rows);
    },
  };
}

function describe({ charges, nowMs, requestId, agency, caseReference }: Spending): string[] {
  const raisedAt = new Date(nowMs).toISOString();
  return [JSON.stringify(charges), JSON.stringify({ raisedAt, requestId, agency, caseReference })];
}

/** A charge that the database says nothing about does not fit. */
function findUnfit(charges: readonly Charge[], verdicts: readonly VerdictRow[]): readonly Charge[] {
  const keyOf = ({ agreement, measure, clause }: Pick<Charge, 'agreement' | 'measure' | 'clause'>): string =>
    JSON.stringify([agreement, measure, clause]);
  const fitting = new Set(verdicts.filter(({ fits }) => fits).map(keyOf));
  return charges.filter((charge) => !fitting.has(keyOf(charge)));
}

function nameSpender({ pseudonym, ip }: Spending, addressKey: Uint8Array): string {
  return pseudonym ?? keyedName('a1', addressKey, ip);
}
