import type { SampleRecord } from './sample-record.ts';
import { SPEED_FACTORS, VEHICLE_SHARES } from './traffic-figures.ts';

type Passage = SampleRecord<'CheckpointPassage'>;
type TollPassage = SampleRecord<'GantryPassage'>;

/** A kind of vehicle as checkpoints and gantries write it down. */
export interface VehicleKind {
  /** Share of all vehicles: the groups' figures of M05A, split by kind with invented shares. */
  readonly share: number;
  readonly group: Passage['vehicleGroup'];
  /** GA/T 16.4. */
  readonly vehicleClass: string;
  /** Number of the plate's class: 01 large, 02 small, 51 and 52 new energy. */
  readonly plateClass: string;
  readonly plateColor: NonNullable<Passage['plateColor']>;
  readonly plateShape: 'ORDINARY' | 'SMALL_NEW_ENERGY' | 'LARGE_NEW_ENERGY';
  /** Colour of the plate in the toll system. */
  readonly tollPlateColor: NonNullable<TollPassage['plateColor']>;
  /** Numbers of axles, with how often each occurs. */
  readonly axles: readonly (readonly [axleCount: number, share: number])[];
  /** Total weight: a span, or from the limit of its axles, or not weighed (only goods vehicles are). */
  readonly weightTonnes: readonly [low: number, high: number] | 'BY_AXLES' | 'NOT_WEIGHED';
  readonly speedFactor: number;
}

const small = {
  plateClass: '02',
  plateColor: 'BLUE',
  plateShape: 'ORDINARY',
  tollPlateColor: 'BLUE',
} as const;
const large = {
  plateClass: '01',
  plateColor: 'YELLOW',
  plateShape: 'ORDINARY',
  tollPlateColor: 'YELLOW',
} as const;
const smallNewEnergy = {
  plateClass: '52',
  plateColor: 'GREEN',
  plateShape: 'SMALL_NEW_ENERGY',
  tollPlateColor: 'GRADIENT_GREEN',
} as const;
const largeNewEnergy = {
  plateClass: '51',
  plateColor: 'GREEN',
  plateShape: 'LARGE_NEW_ENERGY',
  tollPlateColor: 'YELLOW_GREEN',
} as const;
const twoAxles = [[2, 1]] as const;
const { car, lightTruck, bus, heavyTruck, trailer } = SPEED_FACTORS;

/** The kinds; their shares sum to one. Cold winters: few new-energy vehicles. */
export const VEHICLE_KINDS: readonly VehicleKind[] = [
  {
    share: VEHICLE_SHARES.car - 0.08,
    group: 'PASSENGER_CAR',
    vehicleClass: 'K33',
    ...small,
    axles: twoAxles,
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: car,
  },
  {
    share: 0.035,
    group: 'PASSENGER_CAR',
    vehicleClass: 'K31',
    ...small,
    axles: twoAxles,
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: car,
  },
  {
    share: 0.04,
    group: 'PASSENGER_CAR',
    vehicleClass: 'K33',
    ...smallNewEnergy,
    axles: twoAxles,
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: car,
  },
  {
    share: 0.005,
    group: 'OTHER',
    vehicleClass: 'Z11',
    ...large,
    axles: [
      [2, 0.7],
      [3, 0.3],
    ],
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: heavyTruck,
  },
  {
    share: VEHICLE_SHARES.lightTruck - 0.052,
    group: 'TRUCK',
    vehicleClass: 'H31',
    ...small,
    axles: twoAxles,
    weightTonnes: [2.2, 4.4],
    speedFactor: lightTruck,
  },
  {
    share: 0.042,
    group: 'TRUCK',
    vehicleClass: 'H32',
    ...small,
    axles: twoAxles,
    weightTonnes: [2.4, 4.4],
    speedFactor: lightTruck,
  },
  {
    share: 0.01,
    group: 'TRUCK',
    vehicleClass: 'H32',
    ...smallNewEnergy,
    axles: twoAxles,
    weightTonnes: [2.4, 4.4],
    speedFactor: lightTruck,
  },
  {
    share: VEHICLE_SHARES.bus - 0.007,
    group: 'COACH',
    vehicleClass: 'K11',
    ...large,
    axles: twoAxles,
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: bus,
  },
  {
    share: 0.005,
    group: 'COACH',
    vehicleClass: 'K21',
    ...large,
    axles: twoAxles,
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: bus,
  },
  {
    share: 0.002,
    group: 'COACH',
    vehicleClass: 'K11',
    ...largeNewEnergy,
    axles: twoAxles,
    weightTonnes: 'NOT_WEIGHED',
    speedFactor: bus,
  },
  {
    share: 0.018,
    group: 'TRUCK',
    vehicleClass: 'H21',
    ...large,
    axles: [[2, 1]],
    weightTonnes: 'BY_AXLES',
    speedFactor: heavyTruck,
  },
  {
    share: VEHICLE_SHARES.heavyTruck - 0.018,
    group: 'TRUCK',
    vehicleClass: 'H11',
    ...large,
    axles: [
      [2, 0.25],
      [3, 0.3],
      [4, 0.45],
    ],
    weightTonnes: 'BY_AXLES',
    speedFactor: heavyTruck,
  },
  {
    share: VEHICLE_SHARES.trailer,
    group: 'TRUCK',
    vehicleClass: 'Q11',
    ...large,
    axles: [
      [4, 0.08],
      [5, 0.17],
      [6, 0.75],
    ],
    weightTonnes: 'BY_AXLES',
    speedFactor: trailer,
  },
];
