import { sumCases } from '../../statements/mediation/sum-cases.ts';
import type { ReaderGround } from '../ground.ts';
import type { MonthRange } from '../statistics/months.ts';
import { keepStatistics } from '../statistics/open-statistics.ts';
import type { StatisticSource } from '../statistics/statistic-source.ts';

type MediationGroup = 'DIVISION' | 'KIND' | 'OUTCOME';

const CASES: StatisticSource<MediationGroup> = {
  type: 'MediationCase',
  statement: sumCases,
  dimensions: [
    { name: 'DIVISION', shows: 'MediationCase.divisionCode' },
    { name: 'KIND', shows: 'MediationCase.disputeKind' },
    { name: 'OUTCOME', shows: 'MediationCase.result' },
  ],
};

/** A group of mediation cases of one month. */
export interface MediationStatisticRow {
  readonly month: string;
  readonly divisionCode: string | null;
  readonly disputeKind: string | null;
  readonly result: string | null;
  readonly cases: number | null;
  readonly suppressed: boolean;
}

/** Numbers about mediation cases for callers who are told of groups only. */
export const openCaseStatistics = keepStatistics(CASES);

/** Tables of mediation cases. */
export function readStatistics(ground: ReaderGround) {
  return {
    mediationStatistics: async (
      months: MonthRange,
      groupBy: readonly MediationGroup[],
    ): Promise<readonly MediationStatisticRow[]> => {
      const groups = await openCaseStatistics(ground).list('Query.mediationStatistics', {
        months,
        groupBy,
        withSubjects: false,
      });
      return groups.map(({ month, keys, rows, isPartial }) => ({
        month,
        divisionCode: keys.DIVISION,
        disputeKind: keys.KIND,
        result: keys.OUTCOME,
        cases: rows,
        suppressed: isPartial,
      }));
    },
  };
}
