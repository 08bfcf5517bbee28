import { z } from 'zod';

const whole = z.int('write a whole number').max(10_000, 'write at most 10000');

/** How numbers about rows with subjects may be told. */
export const statisticRuleSchema = z.strictObject({
  /** Fewest distinct subjects, persons or vehicles, that a number may be about. */
  k: whole.min(5, 'write at least 5: about fewer it speaks of somebody'),
  /** Counts are told to the nearest multiple of this. */
  roundTo: whole.min(1, 'write at least 1'),
});

/** See {@link statisticRuleSchema}. */
export type StatisticRule = z.infer<typeof statisticRuleSchema>;

/** A rule as matrices, records and tests in agreements write it: `statistic:10/5`. */
export function describeStatistic({ k, roundTo }: StatisticRule): string {
  return `statistic:${k}/${roundTo}`;
}

/** A count as it is told: to the nearest multiple of `roundTo`, and never below the first one from `k` on. */
export function roundCount(count: number, { k, roundTo }: StatisticRule): number {
  return Math.max(Math.round(count / roundTo), Math.ceil(k / roundTo)) * roundTo;
}

/** Whether a value can be a count that was told under the rule, or none. */
export function isToldCount(value: unknown, { k, roundTo }: StatisticRule): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'number' && value >= k && value % roundTo === 0;
}
