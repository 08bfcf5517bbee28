/** Rings that a search has at most. */
export const RINGS = 12;

// 120 km/h, the limit of expressways, as the crow flies: on a road, nobody who keeps to it gets as far.
const KM_PER_MINUTE = 2;

/** How far a ring lies from where a vehicle was last seen. It holds its outer border, and not its inner one. */
export interface RingBounds {
  readonly fromKm: number;
  readonly toKm: number;
}

/** The borders of a ring, counted from 1. */
export function boundsOfRing(number: number, stepMinutes: number): RingBounds {
  return {
    fromKm: (number - 1) * stepMinutes * KM_PER_MINUTE,
    toKm: number * stepMinutes * KM_PER_MINUTE,
  };
}

/** The earliest instant at which a vehicle can be so far away, RFC 3339. */
export function soonestAt(lastSeenAt: string, distanceKm: number): string {
  return new Date(Date.parse(lastSeenAt) + Math.ceil((distanceKm / KM_PER_MINUTE) * 60_000)).toISOString();
}
