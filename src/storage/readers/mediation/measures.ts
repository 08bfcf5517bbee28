import type { StatisticRule } from '../../../masking/index.ts';
import { endsOf, type TimeSpan } from '../../arguments.ts';
import { measureCases } from '../../statements/mediation/measure-cases.ts';
import { measureWarnings } from '../../statements/mediation/measure-warnings.ts';
import { readWithin, type ReaderGround } from '../ground.ts';
import { shareOf } from '../share-of.ts';
import { openCaseStatistics } from './statistics.ts';

/** What came of mediation; null for what may not be told. */
export interface CaseMeasuresRow {
  readonly concluded: number | null;
  readonly resolved: number | null;
  readonly resolvedRate: number | null;
  readonly followedUp: number | null;
  readonly followUpRate: number | null;
}

/** What became of warnings; null for what may not be told. */
export interface WarningMeasuresRow {
  readonly pushed: number | null;
  readonly closed: number | null;
  readonly closedLoopRate: number | null;
}

/** Measures of mediation and of warnings: exact for whoever may read the rows, of groups for others. */
export function readMeasures(ground: ReaderGround) {
  async function countExactly(during: TimeSpan) {
    const [counted] = await readWithin(ground, ['MediationCase'], measureCases, endsOf(during));
    return counted ?? { concluded: 0, resolved: 0, followedUp: 0 };
  }

  /** Told of groups, follow-ups are not: cells are no finer than the tables of statistics beside them. */
  async function countGroups(during: TimeSpan, rule: StatisticRule) {
    const asked = { during, needs: [], holds: () => true, by: 'OUTCOME' as const };
    const outcomes = await openCaseStatistics(ground).countBy(rule, asked);
    const resolved = outcomes.get('SUCCESS') ?? null;
    const failed = outcomes.get('FAILURE') ?? null;
    const concluded = resolved === null || failed === null ? null : resolved + failed;
    return { concluded, resolved, followedUp: null };
  }

  return {
    async caseMeasures(during: TimeSpan): Promise<CaseMeasuresRow> {
      const rule = ground.statistics.ruleOf('Query.caseMeasures');
      const counted = await (rule === null ? countExactly(during) : countGroups(during, rule));
      const { concluded, resolved, followedUp } = counted;
      return {
        ...counted,
        resolvedRate: shareOf(resolved, concluded),
        followUpRate: shareOf(followedUp, concluded),
      };
    },
    async warningMeasures(during: TimeSpan): Promise<WarningMeasuresRow> {
      // No agreement tells of groups of warnings: they are about one person each, and few.
      if (ground.statistics.ruleOf('Query.warningMeasures') !== null)
        return { pushed: null, closed: null, closedLoopRate: null };
      const [counted] = await readWithin(ground, ['DisputeWarning'], measureWarnings, endsOf(during));
      const { pushed, closed } = counted ?? { pushed: 0, closed: 0 };
      return { pushed, closed, closedLoopRate: shareOf(closed, pushed) };
    },
  };
}
