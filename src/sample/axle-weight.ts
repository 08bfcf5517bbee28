import type { Random } from './random.ts';
import type { VehicleKind } from './vehicle-kinds.ts';

const { round } = Math;

/** Limits of total weight by axles in kilograms (GB 1589-2016), as in sql/0002-traffic.sql. */
const AXLE_LIMITS_KG: Readonly<Record<number, number>> = {
  2: 18_000,
  3: 27_000,
  4: 36_000,
  5: 43_000,
  6: 49_000,
};

/** What a gantry's scale finds. */
export interface Weighing {
  readonly axleCount: number;
  /** Null for vehicles that carry no goods: they are not weighed. */
  readonly totalWeightKg: number | null;
}

/** Axles and weight of a vehicle; `overweightShare` of those near their limit are above it. */
export function weighVehicle(kind: VehicleKind, overweightShare: number, random: Random): Weighing {
  let rest = random.fraction();
  let axleCount = kind.axles[0]![0];
  for (const [axles, share] of kind.axles) {
    axleCount = axles;
    rest -= share;
    if (rest < 0) break;
  }
  if (kind.weightTonnes === 'NOT_WEIGHED') return { axleCount, totalWeightKg: null };
  if (kind.weightTonnes !== 'BY_AXLES') {
    const [low, high] = kind.weightTonnes;
    return { axleCount, totalWeightKg: round(random.between(low, high) * 100) * 10 };
  }
  const limitKg = AXLE_LIMITS_KG[axleCount]!;
  const load = random.chance(overweightShare) ? random.between(1.02, 1.38) : random.between(0.32, 0.99);
  return { axleCount, totalWeightKg: round((limitKg * load) / 10) * 10 };
}

/** Vehicle type of the toll system (JT/T 489-2019): 1-4 passenger by seats, 11-16 goods by axles, 21-26 special. */
export function tollVehicleType(kind: VehicleKind, axleCount: number): string {
  if (kind.group === 'OTHER') return String(19 + axleCount);
  if (kind.group === 'COACH') return kind.vehicleClass === 'K11' ? '4' : '3';
  if (kind.group === 'PASSENGER_CAR') return kind.vehicleClass === 'K31' ? '2' : '1';
  return axleCount === 2 && kind.weightTonnes !== 'BY_AXLES' ? '11' : String(10 + axleCount);
}
