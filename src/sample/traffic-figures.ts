/**
 * Figures measured on public data; the sample follows them.
 *
 * - Express lane: 13,032 passes of one day in Austin, Texas (`sccmckenzie/mopac`, MIT): passes an hour from 05:00 to
 *   19:59 local time, passes per plate, time between two passes of one plate, colours.
 * - Freeway: 5-minute counts of the Taiwan Freeway Bureau (M03A of 2024-03-25 00:00-00:55 and M05A of 2024-05-15
 *   07:00-09:55; Taiwan Open Government Data License v1.0) at the 330 gantries that both name.
 */

const { floor, min, round } = Math;

/** Passes an hour in the express lane, 05:00 to 19:00. */
const EXPRESS_LANE_FROM_5 = [140, 443, 814, 911, 885, 924, 1154, 1167, 1205, 1084, 998, 898, 1024, 786, 599];

/** Vehicles an hour on the freeway: the hour from midnight beside the mean of the hours from 07, 08 and 09. */
const FREEWAY_MIDNIGHT_TO_MORNING = 272_278 / ((834_880 + 836_762 + 843_002) / 3);

/**
 * Passes an hour, 00 to 23. Hours 05-19 are the express lane's own; midnight is its morning (07-09) times the freeway's
 * ratio; the hours that neither set covers lie on straight lines in the logarithm between their neighbours.
 */
export const HOURLY_PROFILE: readonly number[] = fillDay();

/** The whole number at `share` of the way, on a straight line in the logarithm. */
function between(from: number, to: number, share: number): number {
  return round(from * (to / from) ** share);
}

function fillDay(): number[] {
  const morning = (814 + 911 + 885) / 3;
  const midnight = morning * FREEWAY_MIDNIGHT_TO_MORNING;
  return Array.from({ length: 24 }, (_, hour) => {
    if (hour >= 5 && hour <= 19) return EXPRESS_LANE_FROM_5[hour - 5]!;
    if (hour < 5) return between(midnight, EXPRESS_LANE_FROM_5[0]!, hour / 5);
    return between(EXPRESS_LANE_FROM_5.at(-1)!, midnight, (hour - 19) / 5);
  });
}

/** Plates of the express lane's day by the number of their passes: one, two, three. 2,102 of 10,830 recur. */
export const PLATES_BY_PASSES: readonly number[] = [8728, 2002, 100];

/** Share of a day's plates that pass more than once: 0.194. */
export const RECURRING_SHARE = (2002 + 100) / (8728 + 2002 + 100);

/** Passes of a plate on a day, on average: 1.203. */
export const PASSES_PER_PLATE = 13_032 / 10_830;

/** Share of second passes in the opposite direction in the express lane. */
export const RETURNING_SHARE = 0.952;

/** Shares of vehicles on the freeway, 07:00-09:55 (M05A): car, light truck, bus, heavy truck, trailer. */
export const VEHICLE_SHARES = {
  car: 0.5966,
  lightTruck: 0.2517,
  bus: 0.0185,
  heavyTruck: 0.0677,
  trailer: 0.0655,
} as const;

/** Mean speeds on the freeway beside a car's 88.1 km/h (M05A, weighted by vehicles). */
export const SPEED_FACTORS = {
  car: 1,
  lightTruck: 0.989,
  bus: 0.91,
  heavyTruck: 0.926,
  trailer: 0.895,
} as const;

/** Vehicle colours in the express lane (silver counted as grey, beige as brown). */
export const COLOUR_COUNTS = [
  ['WHITE', 3194],
  ['BLACK', 2995],
  ['GREY', 2124 + 1963],
  ['RED', 916],
  ['BLUE', 844],
  ['BROWN', 535],
  ['GREEN', 230],
  ['ORANGE', 140],
  ['YELLOW', 57],
  ['PURPLE', 34],
] as const;

/** Turns a uniform number in [0, 1) into a second of the day, so that many of them follow {@link HOURLY_PROFILE}. */
export class DayProfile {
  readonly #upTo: readonly number[];

  constructor() {
    const total = HOURLY_PROFILE.reduce((sum, passes) => sum + passes, 0);
    let sum = 0;
    this.#upTo = HOURLY_PROFILE.map((passes) => (sum += passes) / total);
  }

  /** The second of the day, 0 to 86,399, that `fraction` of the day's traffic precedes. */
  secondAt(fraction: number): number {
    let hour = 0;
    while (hour < 23 && this.#upTo[hour]! <= fraction) hour++;
    const from = hour === 0 ? 0 : this.#upTo[hour - 1]!;
    const within = (fraction - from) / (this.#upTo[hour]! - from);
    return hour * 3600 + min(3599, floor(within * 3600));
  }

  /** Share of a day's traffic in one hour, 0 to 23. */
  shareOf(hour: number): number {
    return this.#upTo[hour]! - (hour === 0 ? 0 : this.#upTo[hour - 1]!);
  }
}
