import type { SampleRecord } from './sample-record.ts';

/** What a checkpoint is for. */
type Usage = SampleRecord<'Checkpoint'>['usage'];

/** What a checkpoint watches. */
type Category = SampleRecord<'Checkpoint'>['category'];

/** Where a checkpoint stands and what is peculiar about it. */
export interface PlannedCheckpoint {
  readonly roadKey: string;
  /** How far along the road, 0 to 1. */
  readonly part: number;
  readonly category: Category;
  readonly usage: Usage;
  /** A published place of fixed enforcement. */
  readonly isEnforcement?: true;
  /** Its camera misses four trucks in ten. */
  readonly missesTrucks?: true;
  /** It records nothing for half a day at the Spring Festival. */
  readonly fallsSilent?: true;
  /** Coaches pass at night although the road is of a low grade. */
  readonly hasNightCoaches?: true;
  /** Switched off: no passages at all. */
  readonly isDisabled?: true;
}

const at = (
  roadKey: string,
  part: number,
  category: Category,
  usage: Usage = 'TRAFFIC',
  peculiar: Omit<PlannedCheckpoint, 'roadKey' | 'part' | 'category' | 'usage'> = {},
): PlannedCheckpoint => ({ roadKey, part, category, usage, ...peculiar });

/** The checkpoints; at most one on a segment, so that a segment's count is its checkpoint's. */
export const CHECKPOINT_PLAN: readonly PlannedCheckpoint[] = [
  at('G10', 0.02, 'INTER_PROVINCE', 'TRAFFIC', { isEnforcement: true }),
  at('G10', 0.23, 'INTER_COUNTY'),
  at('G10', 0.41, 'INTER_COUNTY', 'TRAFFIC', { missesTrucks: true }),
  at('G10', 0.58, 'INTER_CITY', 'TRAFFIC', { isEnforcement: true }),
  at('G10', 0.78, 'INTER_COUNTY', 'TRAFFIC', { fallsSilent: true }),
  at('G10', 0.97, 'INTERNATIONAL'),
  at('G5511', 0.15, 'INTER_PROVINCE', 'TRAFFIC', { isEnforcement: true, missesTrucks: true }),
  at('G5511', 0.85, 'INTER_COUNTY'),
  at('G111', 0.04, 'INTER_PROVINCE', 'PUBLIC_SECURITY'),
  at('G111', 0.3, 'INTER_COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('G111', 0.5, 'INTER_COUNTY', 'TRAFFIC', { fallsSilent: true }),
  at('G111', 0.66, 'COUNTY'),
  at('G111', 0.88, 'INTER_PROVINCE', 'TRAFFIC', { hasNightCoaches: true }),
  at('G301', 0.12, 'COUNTY', 'TRAFFIC', { hasNightCoaches: true }),
  at('G301', 0.31, 'INTER_COUNTY'),
  at('G301', 0.44, 'INTER_COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('G301', 0.54, 'URBAN', 'TRAFFIC', { isEnforcement: true, missesTrucks: true }),
  at('G301', 0.61, 'URBAN', 'PUBLIC_SECURITY'),
  at('G301', 0.74, 'INTER_COUNTY'),
  at('G301', 0.985, 'URBAN', 'TRAFFIC', { isEnforcement: true }),
  at('G331', 0.04, 'INTER_COUNTY'),
  at('G331', 0.17, 'COUNTY'),
  at('G331', 0.37, 'COUNTY', 'TRAFFIC', { hasNightCoaches: true }),
  at('G331', 0.52, 'COUNTY', 'TRAFFIC', { fallsSilent: true, isEnforcement: true }),
  at('G331', 0.69, 'INTERNATIONAL', 'PUBLIC_SECURITY'),
  at('G331', 0.83, 'INTER_COUNTY'),
  at('G332', 0.05, 'INTER_COUNTY'),
  at('G332', 0.32, 'COUNTY', 'TRAFFIC', { hasNightCoaches: true }),
  at('G332', 0.52, 'INTER_COUNTY'),
  at('G332', 0.64, 'COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('G332', 0.725, 'URBAN'),
  at('G332', 0.93, 'INTER_COUNTY', 'PUBLIC_SECURITY'),
  at('S201', 0.3, 'COUNTY'),
  at('S201', 0.65, 'COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('S201', 0.95, 'INTER_COUNTY'),
  at('S202', 0.1, 'INTER_COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('S202', 0.42, 'COUNTY', 'TRAFFIC', { hasNightCoaches: true }),
  at('S203', 0.1, 'INTER_COUNTY'),
  at('S203', 0.45, 'COUNTY', 'TRAFFIC', { isDisabled: true }),
  at('S204', 0.8, 'COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('S301', 0.1, 'INTER_COUNTY'),
  at('S303', 0.25, 'COUNTY', 'TRAFFIC', { isEnforcement: true }),
  at('X902-150724', 0.1, 'COUNTY'),
  at('X911-150702', 0.2, 'COUNTY', 'OTHER'),
  at('X932-150721', 0.3, 'COUNTY'),
  at('X951-150784', 0.6, 'COUNTY', 'OTHER'),
];

/** Where two gantries stand, one over each carriageway. */
export interface PlannedGantrySite {
  readonly roadKey: string;
  readonly part: number;
  /** Share of trucks above the limit of GB 1589. */
  readonly overweightShare: number;
}

const gantries = (roadKey: string, part: number, overweightShare = 0.035): PlannedGantrySite => ({
  roadKey,
  part,
  overweightShare,
});

/** The sites of gantries, on expressways and class-1 roads; many on a segment that also has a checkpoint. */
export const GANTRY_PLAN: readonly PlannedGantrySite[] = [
  gantries('G10', 0.03),
  gantries('G10', 0.13),
  gantries('G10', 0.24),
  gantries('G10', 0.42, 0.17),
  gantries('G10', 0.5),
  gantries('G10', 0.59, 0.24),
  gantries('G10', 0.69),
  gantries('G10', 0.79),
  gantries('G10', 0.9),
  gantries('G10', 0.98),
  gantries('G5511', 0.16, 0.2),
  gantries('G5511', 0.5),
  gantries('G5511', 0.86),
  gantries('G301', 0.545, 0.028),
  gantries('G301', 0.99),
];
