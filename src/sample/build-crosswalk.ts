import type { Segment } from './build-segments.ts';
import { formatInstant } from './period.ts';
import { substream } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

/** A place in the police's own road code. */
export interface PolicePoint {
  readonly policeRoadCode: string;
  readonly policeKm: number;
  readonly policeM: number;
}

const CLASS_DIGITS: Readonly<Record<string, string>> = { G: '1', S: '2', X: '3', Y: '4' };

/**
 * Where a stake lies in the police's own road code. The police measure from where the road enters the prefecture and
 * find it 0.4 % longer, so neither their code nor their kilometres are the register's: only the crosswalk joins them.
 */
export function policePoint(segments: readonly Segment[], segment: Segment, stakeM: number): PolicePoint {
  const first = segments.find((one) => one.roadKey === segment.roadKey) ?? segment;
  const metres = Math.round((stakeM - first.startStakeM) * 1.004) + 1000;
  return {
    policeRoadCode: policeRoadCode(segment),
    policeKm: Math.floor(metres / 1000),
    policeM: metres % 1000,
  };
}

function policeRoadCode(segment: Segment): string {
  const digit = CLASS_DIGITS[segment.roadCode[0]!]!;
  const number = segment.roadCode.slice(1);
  const [, county] = segment.roadKey.split('-');
  return county === undefined ? digit + number.padStart(4, '0') : digit + county.slice(4) + number.slice(1);
}

/** The crosswalk: the start of every segment, and every place in `pointsM` (segment id to stakes). */
export function buildCrosswalk(
  segments: readonly Segment[],
  pointsM: ReadonlyMap<string, readonly number[]>,
  seed: number,
): SampleRecord<'RoadCrosswalk'>[] {
  const random = substream(seed, 'crosswalk');
  return segments.flatMap((segment) =>
    [segment.startStakeM, ...(pointsM.get(segment.id) ?? [])].map((stakeM, index) => ({
      id: `CW-${segment.id}-${index}`,
      ...policePoint(segments, segment, stakeM),
      roadCode: segment.roadCode,
      stakeM,
      segmentId: segment.id,
      divisionCode: segment.divisionCode,
      verifiedAt: formatInstant(Date.parse('2025-06-02T09:00:00+08:00') + random.whole(0, 120) * 86_400_000),
      onlineLabel: 'INTERNAL' as const,
    })),
  );
}
