import type { Segment } from './build-segments.ts';
import type { SampleRecord } from './sample-record.ts';
import { CHECKPOINT_PLAN, GANTRY_PLAN, type PlannedCheckpoint, type PlannedGantrySite } from './site-plan.ts';
import { policePoint } from './build-crosswalk.ts';

/** A checkpoint of the sample and the segment that it stands on. */
export interface CheckpointSite {
  readonly record: SampleRecord<'Checkpoint'>;
  readonly lanes: readonly SampleRecord<'Lane'>[];
  readonly plan: PlannedCheckpoint;
  readonly segment: Segment;
  /** Share of traffic in the sample: quiet roads are shown more densely than busy ones. */
  readonly weight: number;
}

/** A gantry of the sample and the segment that it stands on. */
export interface GantrySite {
  readonly record: SampleRecord<'Gantry'>;
  readonly plan: PlannedGantrySite;
  readonly segment: Segment;
  /** Share of traffic in the sample, in the same unit as a checkpoint's; half a segment's for each carriageway. */
  readonly weight: number;
}

/**
 * How much of a segment's traffic the sample shows: the root of its daily traffic, the same at gantries and
 * checkpoints, so that their counts can be compared.
 */
function shownTraffic(segment: Segment): number {
  return Math.sqrt(segment.aadt);
}

/** The checkpoints with their lanes. */
export function placeCheckpoints(segments: readonly Segment[]): CheckpointSite[] {
  return CHECKPOINT_PLAN.map((plan, index) => {
    const segment = segmentAt(segments, plan.roadKey, plan.part);
    const stakeM = segment.startStakeM + Math.round((segment.endStakeM - segment.startStakeM) * 0.45);
    const number = String(index + 1).padStart(3, '0');
    const { policeRoadCode, policeKm, policeM } = policePoint(segments, segment, stakeM);
    const [lon, lat] = beside(segment, 0.001);
    const record: SampleRecord<'Checkpoint'> = {
      id: `CP-${number}`,
      checkpointId: `${segment.divisionCode}0000121${number.padStart(7, '0')}`,
      name: `${segment.roadCode} K${Math.floor(stakeM / 1000)} ${segment.town}卡口`,
      divisionCode: segment.divisionCode,
      orgCode: `${segment.divisionCode}040000`,
      status: plan.isDisabled ? 'DISABLED' : 'NORMAL',
      category: plan.category,
      usage: plan.usage,
      isEnforcement: plan.isEnforcement ?? false,
      policeRoadCode,
      policeKm,
      policeM,
      stakeM,
      direction: 'BOTH',
      lon,
      lat,
      onlineLabel:
        plan.usage === 'PUBLIC_SECURITY' ? 'RESTRICTED' : plan.isEnforcement ? 'PUBLIC' : 'INTERNAL',
    };
    const lanes = Array.from({ length: segment.laneCount }, (_, lane): SampleRecord<'Lane'> => ({
      checkpointId: record.id,
      laneNo: lane + 1,
      direction: lane < segment.laneCount / 2 ? 'UP' : 'DOWN',
      maxSpeedKph: segment.speedLimitKph,
      onlineLabel: record.onlineLabel,
    }));
    return { record, lanes, plan, segment, weight: plan.isDisabled ? 0 : shownTraffic(segment) };
  });
}

/** The gantries, two at each site. Numbers follow the toll system's pattern: road, province, site, carriageway. */
export function placeGantries(segments: readonly Segment[]): GantrySite[] {
  return GANTRY_PLAN.flatMap((plan, index) => {
    const segment = segmentAt(segments, plan.roadKey, plan.part);
    const site = String(index + 1).padStart(3, '0');
    const [lon, lat] = beside(segment, -0.001);
    return (['UP', 'DOWN'] as const).map((direction): GantrySite => {
      const orderNum = (direction === 'UP' ? 100 : 200) + index + 1;
      const record: SampleRecord<'Gantry'> = {
        id: `G${segment.roadCode.slice(1).padStart(4, '0')}15${site}0${orderNum}`,
        gantryHex: (0x15_00_00 + orderNum).toString(16).toUpperCase(),
        orderNum,
        name: `${segment.town}门架${direction === 'UP' ? '上行' : '下行'}`,
        segmentId: segment.id,
        divisionCode: segment.divisionCode,
        direction,
        stakeM: segment.startStakeM + Math.round((segment.endStakeM - segment.startStakeM) * 0.4),
        lon,
        lat,
        onlineLabel: 'INTERNAL',
      };
      return { record, plan, segment, weight: shownTraffic(segment) / 2 };
    });
  });
}

function segmentAt(segments: readonly Segment[], roadKey: string, part: number): Segment {
  const onRoad = segments.filter((segment) => segment.roadKey === roadKey);
  const last = onRoad.at(-1);
  if (last === undefined) throw new RangeError(`the sample has no road ${roadKey}: add it to road-plan.ts`);
  const alongM = (last.alongRoadM + last.lengthKm * 1000) * part;
  return onRoad.findLast((segment) => segment.alongRoadM <= alongM)!;
}

function beside(segment: Segment, degrees: number): [number, number] {
  return [Math.round((segment.lon + degrees) * 1e5) / 1e5, Math.round((segment.lat + degrees) * 1e5) / 1e5];
}
