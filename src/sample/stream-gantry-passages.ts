import { tollVehicleType, weighVehicle } from './axle-weight.ts';
import type { Fleet, Vehicle } from './fleet.ts';
import { DAY_WEIGHTS, dateOfDay, timesOfDay } from './period.ts';
import type { GantrySite } from './place-sites.ts';
import { substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { DayProfile } from './traffic-figures.ts';
import { WeightedChoice, splitWhole, spreadEvenly } from './weighted-choice.ts';

type TollPassage = SampleRecord<'GantryPassage'>;

/** What {@link streamGantryPassages} needs. */
export interface TollTraffic {
  readonly gantries: readonly GantrySite[];
  readonly fleet: Fleet;
  readonly seed: number;
  readonly count: number;
}

/** Passages under the gantries, day by day: the same vehicles as at the checkpoints, in the same numbers a segment. */
export function* streamGantryPassages({ gantries, fleet, seed, count }: TollTraffic): Generator<TollPassage> {
  const times = timesOfDay();
  const profile = new DayProfile();
  const sites = new WeightedChoice(gantries.map(({ weight }) => weight));
  const seen = { PASSENGER_CAR: 0, COACH: 0, TRUCK: 0, OTHER: 0 };
  let serial = 0;

  for (const [day, share] of splitWhole(count, DAY_WEIGHTS).entries()) {
    const random = substream(seed, 'gantry passages', day);
    const nextIndex = fleet.walk(random);
    const date = dateOfDay(day);
    for (let pass = 0; pass < share; pass++) {
      const vehicle = fleet.vehicle(nextIndex());
      const site = gantries[sites.at(spreadEvenly(seen[vehicle.kind.group]++))]!;
      serial++;
      yield tollPassage(serial, site, vehicle, date + times[profile.secondAt(random.fraction())]!, random);
    }
  }
}

function tollPassage(
  serial: number,
  { record, plan }: GantrySite,
  { kind, plate }: Vehicle,
  transTime: string,
  random: Random,
): TollPassage {
  const { axleCount, totalWeightKg } = weighVehicle(kind, plan.overweightShare, random);
  const isTrailer = kind.vehicleClass === 'Q11';
  return {
    id: `T${String(1_000_000_000 + serial).slice(1)}`,
    gantryId: record.id,
    transTime,
    mediaType: random.chance(0.66) ? 'OBU' : 'CPC',
    vehiclePlate: random.chance(0.003) ? null : plate,
    plateColor: kind.tollPlateColor,
    vehicleType: tollVehicleType(kind, axleCount),
    // 21 fresh food, 24 containers, 0 ordinary.
    vehicleClass:
      kind.group === 'TRUCK' && random.chance(0.07) ? '21' : isTrailer && random.chance(0.1) ? '24' : '0',
    vehicleGroup: kind.group,
    axleCount,
    totalWeightKg,
    tradeResult: random.chance(0.004) ? 'FAILED' : 'OK',
    onlineLabel: 'RESTRICTED',
  };
}
