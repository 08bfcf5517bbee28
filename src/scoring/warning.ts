import type { ScoredFactor } from './score-subject.ts';
import type { JOINT_UNITS, WARNING_LEVELS } from './scoring-model.ts';

/** What any warning says, whatever gave reason for it. */
export interface Warning {
  readonly id: string;
  readonly modelId: string;
  readonly modelVersion: string;
  readonly score: number;
  readonly factors: readonly ScoredFactor[];
  readonly level: (typeof WARNING_LEVELS)[number];
  readonly jointUnits: readonly (typeof JOINT_UNITS)[number][];
  /** Whom or what it is about. */
  readonly subjectRef: string;
  readonly divisionCode: string | null;
  readonly handlingUnit: string | null;
}
