import type { Fleet, Vehicle } from './fleet.ts';
import { DAY_WEIGHTS, HOLIDAY_SILENCE, dateOfDay, timesOfDay } from './period.ts';
import type { CheckpointSite } from './place-sites.ts';
import { substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { DayProfile, PLATES_BY_PASSES, RETURNING_SHARE } from './traffic-figures.ts';
import { WeightedChoice, splitWhole, spreadEvenly } from './weighted-choice.ts';

const { floor, max, round } = Math;

type Passage = SampleRecord<'CheckpointPassage'>;

/** Share of trucks that a checkpoint with a bad camera misses: what remains is 1/1.67 of what a gantry sees. */
const MISSED_TRUCKS = 0.4;
/** Share of passes at the vehicle's own checkpoint. */
const AT_HOME = 0.6;
/** Share of coaches that run at night over low-grade roads. */
const NIGHT_COACHES = 0.12;
const UNREAD_PLATES = 0.006;

/** What {@link streamPassages} needs. */
export interface PassageTraffic {
  readonly checkpoints: readonly CheckpointSite[];
  readonly fleet: Fleet;
  readonly seed: number;
  readonly count: number;
}

/**
 * The passages, day by day; within a day vehicle by vehicle, so that nothing is kept from one to the next.
 *
 * A vehicle passes one to three times on a day, as often as plates recurred in the express lane. Its times lie evenly
 * apart on the day's traffic: each on its own then follows the hourly profile exactly, and returns come some seven
 * hours later, as measured.
 */
export function* streamPassages({ checkpoints, fleet, seed, count }: PassageTraffic): Generator<Passage> {
  const times = timesOfDay();
  const profile = new DayProfile();
  const sites = new WeightedChoice(checkpoints.map(({ weight }) => weight));
  const passes = new WeightedChoice(PLATES_BY_PASSES);
  const nightSites = checkpoints.filter(({ plan }) => plan.hasNightCoaches);
  // Counted by group and spread evenly, so that already a week's counts are near what they should be.
  const seen = { PASSENGER_CAR: 0, COACH: 0, TRUCK: 0, OTHER: 0 };
  let serial = 0;

  for (const [day, share] of splitWhole(count, DAY_WEIGHTS).entries()) {
    const random = substream(seed, 'passages', day);
    const nextIndex = fleet.walk(random);
    const date = dateOfDay(day);
    const lastOfDay = serial + share;

    while (serial < lastOfDay) {
      const vehicle = fleet.vehicle(nextIndex());
      const isNightCoach = vehicle.kind.group === 'COACH' && random.chance(NIGHT_COACHES);
      const site = isNightCoach
        ? random.pick(nightSites)
        : checkpoints[
            sites.at(random.chance(AT_HOME) ? vehicle.home : spreadEvenly(seen[vehicle.kind.group]++))
          ]!;
      if (site.plan.missesTrucks && vehicle.kind.group === 'TRUCK' && random.chance(MISSED_TRUCKS)) continue;
      const passesToday = passes.at(random.fraction()) + 1;
      const start = random.fraction();
      const comesUp = random.chance(0.5);
      for (let pass = 0; pass < passesToday && serial < lastOfDay; pass++) {
        const spread = pass === 0 ? 0 : random.between(-0.2, 0.2) / passesToday;
        const second = isNightCoach
          ? nightSecond(random)
          : profile.secondAt((start + pass / passesToday + spread + 1) % 1);
        if (site.plan.fallsSilent && isSilent(day, second)) continue;
        const turned = pass % 2 === 1 && random.chance(RETURNING_SHARE);
        serial++;
        yield passage(serial, site, vehicle, comesUp !== turned, date + times[second]!, random);
      }
    }
  }
}

function passage(
  serial: number,
  { record, segment }: CheckpointSite,
  { kind, plate, colour }: Vehicle,
  goesUp: boolean,
  passTime: string,
  random: Random,
): Passage {
  const half = segment.laneCount / 2;
  const lane = 1 + floor(random.fraction() * half) + (goesUp ? 0 : half);
  const speed = segment.speedLimitKph * kind.speedFactor * (0.9 + 0.14 * random.bell());
  const isRead = random.fraction() >= UNREAD_PLATES;
  const number = String(1_000_000_000 + serial).slice(1);
  return {
    id: `P${number}`,
    checkpointId: record.id,
    laneNo: lane,
    passTime,
    plateNo: isRead ? plate : null,
    plateClass: isRead ? kind.plateClass : null,
    plateColor: isRead ? kind.plateColor : null,
    vehicleClass: kind.vehicleClass,
    vehicleGroup: kind.group,
    speedKph: max(8, round(speed)),
    vehicleColor: colour,
    imageUrl: `kakou/P${number}.jpg`,
    onlineLabel: record.usage === 'PUBLIC_SECURITY' ? 'SENSITIVE' : 'RESTRICTED',
  };
}

function nightSecond(random: Random): number {
  return (22 * 3600 + random.whole(0, 8 * 3600 - 1)) % 86_400;
}

function isSilent(day: number, second: number): boolean {
  return (
    day === HOLIDAY_SILENCE.day && second >= HOLIDAY_SILENCE.fromSecond && second < HOLIDAY_SILENCE.toSecond
  );
}
