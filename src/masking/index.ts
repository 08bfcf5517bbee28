export { compileMask, describeMask, isAnswerOf, maskFits, MASK_NAMES, outputPattern } from './masks.ts';
export { exampleValue, maskExample, roundExample } from './example-value.ts';
export type { MaskKeys } from './mask-keys.ts';
export type { Mask } from './mask-kind.ts';
export { firstBucketFrom } from './mask-time.ts';
export { hashSubject, SUBJECT, SUBJECT_KINDS, type SubjectKind } from './subject.ts';
export { maskSpecSchema, type MaskName, type MaskSpec } from './mask-spec.ts';
export { blockCells, type Block, type Cell } from './statistics/block-cells.ts';
export { releaseGroups, type ReleasedGroup } from './statistics/release-groups.ts';
export {
  describeStatistic,
  isToldCount,
  roundCount,
  statisticRuleSchema,
  type StatisticRule,
} from './statistics/statistic-rule.ts';
