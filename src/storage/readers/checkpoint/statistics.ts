import type { CheckpointRow } from '../../statements/checkpoint/checkpoint.ts';
import { sumPassages } from '../../statements/checkpoint/sum-passages.ts';
import { sumViolations } from '../../statements/checkpoint/sum-violations.ts';
import type { ReaderGround } from '../ground.ts';
import { keepStatistics, type TableArguments } from '../statistics/open-statistics.ts';
import type { StatisticSource } from '../statistics/statistic-source.ts';

type PassageGroup = 'DIVISION' | 'SEGMENT' | 'CHECKPOINT' | 'VEHICLE_GROUP' | 'HOUR';
type ViolationGroup = 'DIVISION' | 'SEGMENT' | 'CODE';

/** A group of passages in one month. */
export interface PassageStatisticRow {
  readonly month: string;
  readonly divisionCode: string | null;
  readonly segmentId: string | null;
  readonly checkpointId: CheckpointRow['id'] | null;
  readonly vehicleGroup: string | null;
  readonly hour: number | null;
  readonly passages: number | null;
  readonly vehicles: number | null;
  readonly meanSpeedKph: number | null;
  readonly suppressed: boolean;
}

/** A group of violations in one month. */
export interface ViolationStatisticRow {
  readonly month: string;
  readonly divisionCode: string | null;
  readonly segmentId: string | null;
  readonly violationCode: string | null;
  readonly violations: number | null;
  readonly vehicles: number | null;
  readonly suppressed: boolean;
}

const PASSAGES: StatisticSource<PassageGroup> = {
  type: 'CheckpointPassage',
  statement: sumPassages,
  dimensions: [
    { name: 'DIVISION', shows: 'Checkpoint.divisionCode' },
    { name: 'SEGMENT', shows: 'Checkpoint.segment' },
    { name: 'CHECKPOINT', shows: 'CheckpointPassage.checkpoint' },
    { name: 'VEHICLE_GROUP', shows: 'CheckpointPassage.vehicleGroup' },
    { name: 'HOUR', shows: 'CheckpointPassage.passTime' },
  ],
};

const VIOLATIONS: StatisticSource<ViolationGroup> = {
  type: 'Violation',
  statement: sumViolations,
  dimensions: [
    { name: 'DIVISION', shows: 'Violation.divisionCode' },
    { name: 'SEGMENT', shows: 'Violation.segment' },
    { name: 'CODE', shows: 'Violation.violationCode' },
  ],
};

/** Numbers about passages at checkpoints for callers who are told of groups only. */
export const openPassageStatistics = keepStatistics(PASSAGES);

/** Numbers about violations for such callers. */
export const openViolationStatistics = keepStatistics(VIOLATIONS);

/** Tables of passages and violations. */
export function readStatistics(ground: ReaderGround) {
  return {
    passageStatistics: async (
      asked: TableArguments<PassageGroup, 'VEHICLES' | 'MEAN_SPEED'>,
    ): Promise<readonly PassageStatisticRow[]> => {
      const groups = await openPassageStatistics(ground).list('Query.passageStatistics', {
        ...asked,
        withSubjects: asked.measures.includes('VEHICLES'),
      });
      return groups.map(({ month, keys, rows, subjects, mean, isPartial }) => ({
        month,
        divisionCode: keys.DIVISION,
        segmentId: keys.SEGMENT,
        checkpointId: keys.CHECKPOINT,
        vehicleGroup: keys.VEHICLE_GROUP,
        hour: keys.HOUR === null ? null : Number(keys.HOUR),
        passages: rows,
        vehicles: subjects,
        meanSpeedKph: asked.measures.includes('MEAN_SPEED') ? mean : null,
        suppressed: isPartial,
      }));
    },
    violationStatistics: async (
      asked: TableArguments<ViolationGroup, 'VEHICLES'>,
    ): Promise<readonly ViolationStatisticRow[]> => {
      const groups = await openViolationStatistics(ground).list('Query.violationStatistics', {
        ...asked,
        withSubjects: asked.measures.includes('VEHICLES'),
      });
      return groups.map(({ month, keys, rows, subjects, isPartial }) => ({
        month,
        divisionCode: keys.DIVISION,
        segmentId: keys.SEGMENT,
        violationCode: keys.CODE,
        violations: rows,
        vehicles: subjects,
        suppressed: isPartial,
      }));
    },
  };
}
