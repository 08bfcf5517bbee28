import type { Fleet } from './fleet.ts';
import type { Network } from './network.ts';
import { DAY_WEIGHTS, PERIOD_DAYS, dateOfDay, timesOfDay } from './period.ts';
import type { CheckpointSite } from './place-sites.ts';
import { substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { DayProfile } from './traffic-figures.ts';
import { WeightedChoice, splitWhole } from './weighted-choice.ts';

type Violation = SampleRecord<'Violation'>;

/**
 * Violations by their codes of GA/T 16.31, as public fine listings name them: 1352 speeding below 20 %, 1636 by 20 to
 * 50 %, 1721 by more; 1344 prohibitory sign, 1345 prohibitory marking, 1301 wrong way, 1223 hand-held telephone, 1039
 * parking. Points after the rules of 2022, for ordinary cars on ordinary roads; shares are invented.
 */
const CODES = [
  { code: '1352', share: 30, points: 0, fineYuan: 50, over: [1.1, 1.19] },
  { code: '1636', share: 24, points: 3, fineYuan: 200, over: [1.21, 1.49] },
  { code: '1721', share: 4, points: 6, fineYuan: 1000, over: [1.51, 1.8] },
  { code: '1344', share: 14, points: 1, fineYuan: 100, over: null },
  { code: '1345', share: 12, points: 1, fineYuan: 100, over: null },
  { code: '1301', share: 4, points: 3, fineYuan: 200, over: null },
  { code: '1223', share: 7, points: 3, fineYuan: 50, over: null },
  { code: '1039', share: 5, points: 0, fineYuan: 100, over: null },
] as const;

const DIRECTIONS = ['SOUTHBOUND', 'EASTBOUND', 'NORTHBOUND', 'WESTBOUND'] as const;

/** What {@link streamViolations} needs. */
export interface Offences {
  readonly network: Network;
  readonly fleet: Fleet;
  readonly seed: number;
  readonly count: number;
}

/** Off-site enforcement records, day by day: three of four from checkpoints, the others from mobile devices. */
export function* streamViolations({ network, fleet, seed, count }: Offences): Generator<Violation> {
  const times = timesOfDay();
  const profile = new DayProfile();
  const codes = new WeightedChoice(CODES.map(({ share }) => share));
  const limits = new Map(network.segments.map(({ id, speedLimitKph }) => [id, speedLimitKph]));
  const fixed = network.checkpoints.map(({ record, segment }) => spot(record, segment.id, record));
  const mobile = network.crosswalk.map((point) => spot(point, point.segmentId, null));
  const sites = new WeightedChoice(network.checkpoints.map((site) => site.weight * enforcement(site)));
  let serial = 0;

  for (const [day, share] of splitWhole(count, DAY_WEIGHTS).entries()) {
    const random = substream(seed, 'violations', day);
    const nextIndex = fleet.walk(random);
    const date = dateOfDay(day);
    for (let each = 0; each < share; each++) {
      serial++;
      const { place, segmentId, checkpoint } = random.chance(0.75)
        ? fixed[sites.at(random.fraction())]!
        : random.pick(mobile);
      const { code, points, fineYuan, over } = CODES[codes.at(random.fraction())]!;
      const standardValue = limits.get(segmentId)!;
      yield {
        id: `V${String(10_000_000 + serial).slice(1)}`,
        deviceId: checkpoint?.checkpointId ?? `M${place.divisionCode}${random.whole(101, 140)}`,
        checkpointId: checkpoint?.id ?? null,
        sourceKind: checkpoint !== null ? 'CHECKPOINT' : over === null ? 'HANDHELD' : 'MOBILE',
        violationTime: date + times[profile.secondAt(random.fraction())]!,
        ...place,
        direction: random.pick(DIRECTIONS),
        violationCode: code,
        measured: over === null ? null : Math.floor(standardValue * random.between(over[0], over[1])),
        standardValue: over === null ? null : standardValue,
        plateNo: fleet.vehicle(nextIndex()).plate,
        points,
        fineYuan,
        status: statusAfter(PERIOD_DAYS - day, random),
        onlineLabel: 'RESTRICTED',
      };
    }
  }
}

type Checkpoint = SampleRecord<'Checkpoint'>;
type Place = Pick<Violation, 'divisionCode' | 'policeRoadCode' | 'policeKm' | 'policeM'>;

/** A place where a device stands. The segment is for the speed limit only: ingest finds it by the crosswalk. */
function spot(
  { divisionCode, policeRoadCode, policeKm, policeM }: Place,
  segmentId: string,
  at: Checkpoint | null,
) {
  return { place: { divisionCode, policeRoadCode, policeKm, policeM }, segmentId, checkpoint: at };
}

/** Published places of fixed enforcement record most; those for public security none. */
function enforcement({ plan, record }: CheckpointSite): number {
  if (record.usage === 'PUBLIC_SECURITY') return 0;
  return plan.isEnforcement ? 4 : 1;
}

/** Where a record stands after some days; records before ENTERED are no evidence and are not shared. */
function statusAfter(days: number, random: Random): Violation['status'] {
  const turn = random.fraction();
  if (days <= 3) return turn < 0.6 ? 'ENTERED' : 'QUERYABLE';
  if (days <= 10) return turn < 0.3 ? 'QUERYABLE' : 'NOTIFIED';
  if (turn < 0.02) return 'OBJECTED';
  if (turn < 0.035) return 'CANCELLED';
  if (turn < 0.05) return 'UPHELD';
  if (days <= 40) return turn < 0.5 ? 'NOTIFIED' : turn < 0.8 ? 'HANDLED' : 'PENALISED';
  return turn < 0.12 ? 'NOTIFIED' : turn < 0.3 ? 'HANDLED' : 'PENALISED';
}
