import { divisionBounds, endsOf, type TimeSpan } from '../../arguments.ts';
import { batchReads, rowsByKey, rowsByParent } from '../../batches.ts';
import { readPage, type Page, type PageRequest } from '../../pages.ts';
import { findViolations } from '../../statements/checkpoint/find-violations.ts';
import { listViolationsByBucket } from '../../statements/checkpoint/list-violations-by-bucket.ts';
import { listViolations } from '../../statements/checkpoint/list-violations.ts';
import { rateViolations, type ViolationRateRow } from '../../statements/checkpoint/rate-violations.ts';
import type { ViolationRow } from '../../statements/checkpoint/violation.ts';
import { readAsked, readWithin, type ReaderGround } from '../ground.ts';
import { overdueAt } from '../loops.ts';
import type { Keys } from '../statistics/open-statistics.ts';
import { openPassageStatistics, openViolationStatistics } from './statistics.ts';

interface ViolationFilter {
  readonly divisionCode?: string | null;
  readonly during?: TimeSpan | null;
  readonly violationCodes?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly overdue?: boolean | null;
}

/** Violations with one code on one segment, as they may be told. */
export type ToldViolationRate = Omit<ViolationRateRow, 'segmentId' | 'passages'> & {
  readonly passages: number | null;
};

/** Off-site enforcement records, from the state ENTERED on. */
export function readViolations(ground: ReaderGround) {
  const rates = batchReads<[string, string], readonly ViolationRateRow[]>(async (segmentIds, from, to) => {
    const types = ['Violation', 'CheckpointPassage'] as const;
    const rows = await readWithin(ground, types, rateViolations, [segmentIds, from, to]);
    return rowsByParent(rows, (row) => row.segmentId);
  }, []);

  const bucket = ground.bucketOf('Violation.violationTime');

  return {
    violation: batchReads<[], ViolationRow | null>(async (ids) => {
      const rows = await readAsked(ground, ['Violation'], findViolations, [ids]);
      return rowsByKey(rows, (row) => row.id);
    }, null),
    violations: (request: PageRequest<ViolationFilter>): Promise<Page<ViolationRow>> => {
      const { filter } = request;
      const [from, to] = endsOf(filter?.during);
      return readPage(ground, request, {
        list: 'violations',
        positionOf: (row) => [
          bucket === null ? row.violationTime : bucket.startOf(row.violationTime),
          row.id,
        ],
        rowsAfter: (position, limit) => {
          const params = [
            ...divisionBounds(filter?.divisionCode),
            from,
            to,
            filter?.violationCodes ?? null,
            filter?.statuses ?? null,
            ...overdueAt(ground, filter?.overdue),
            ...(position ?? [null, null]),
            limit,
          ];
          return bucket === null
            ? readAsked(ground, ['Violation'], listViolations, params)
            : readAsked(ground, ['Violation'], listViolationsByBucket, [...params, bucket.width]);
        },
      });
    },
    violationRates: async (segmentId: string, during: TimeSpan): Promise<readonly ToldViolationRate[]> => {
      const rule = ground.statistics.ruleOf('RoadSegment.violationRates');
      if (rule === null) return rates(segmentId, ...endsOf(during));
      const asked = {
        during,
        needs: ['SEGMENT' as const],
        holds: (keys: Keys<'SEGMENT'>) => keys.SEGMENT === segmentId,
      };
      const counts = await openViolationStatistics(ground).countBy(rule, { ...asked, by: 'CODE' });
      const passages = await openPassageStatistics(ground).count(rule, asked);
      return [...counts]
        .map(([violationCode, violations]) => ({
          violationCode,
          violations,
          passages,
          perTenThousand: passages === null ? null : Math.round((1_000_000 * violations) / passages) / 100,
        }))
        .toSorted((a, b) => b.violations - a.violations || (a.violationCode < b.violationCode ? -1 : 1));
    },
  };
}
