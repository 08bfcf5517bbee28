import type { Segment } from './build-segments.ts';
import type { Network } from './network.ts';
import { DAY_WEIGHTS, PERIOD_DAYS, dateOfDay } from './period.ts';
import { substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { DayProfile, SPEED_FACTORS, VEHICLE_SHARES } from './traffic-figures.ts';

type Flow = SampleRecord<'FlowObservation'>;

/** The classes that the stations tell apart, with their shares of vehicles and speeds beside a car's. */
const FLOW_CLASSES: readonly (readonly [Flow['vehicleClass'], share: number, speedFactor: number])[] = [
  ['SMALL_PASSENGER', VEHICLE_SHARES.car, SPEED_FACTORS.car],
  ['LARGE_PASSENGER', VEHICLE_SHARES.bus, SPEED_FACTORS.bus],
  ['SMALL_TRUCK', VEHICLE_SHARES.lightTruck, SPEED_FACTORS.lightTruck],
  ['LARGE_TRUCK', VEHICLE_SHARES.heavyTruck, SPEED_FACTORS.heavyTruck],
  ['TRAILER_TRUCK', VEHICLE_SHARES.trailer, SPEED_FACTORS.trailer],
];

/** A station that counts, and where. */
interface Station {
  readonly id: string;
  readonly type: Flow['stationType'];
  readonly segment: Segment;
  /** The gantry that counts, where it is one; it sees one carriageway. */
  readonly gantryId: string | null;
  readonly direction: Flow['direction'];
}

/**
 * What the flow stations saw. Continuous stations count every hour of the winter: the first few are the busiest
 * survey stations, then gantries. Every other segment was surveyed once (间隙式), for 24 hours from noon, so that one
 * whole night was seen; one in eight was not.
 */
export class FlowStations {
  readonly #stations: readonly Station[];
  readonly #seed: number;

  constructor(network: Network, continuousStations: number, seed: number) {
    this.#seed = seed;
    const continuous = continuousOnes(network, continuousStations);
    const counted = new Set(continuous.map(({ segment }) => segment.id));
    const random = substream(seed, 'surveyed segments');
    const surveyed = network.segments
      .filter(({ id }) => !counted.has(id))
      .filter(() => !random.chance(1 / 8))
      .map((segment): Station => ({
        id: `SV-${segment.id}`,
        type: 'INTERMITTENT',
        segment,
        gantryId: null,
        direction: 'BOTH',
      }));
    this.#stations = [...continuous, ...surveyed];
  }

  /** How many rows there are. */
  get count(): number {
    const hours = this.#stations.map(({ type }) => (type === 'CONTINUOUS' ? PERIOD_DAYS * 24 : 24));
    return hours.reduce((sum, one) => sum + one, 0) * FLOW_CLASSES.length;
  }

  /** The rows, station by station in the order of time. */
  *rows(): Generator<Flow> {
    const profile = new DayProfile();
    for (const [index, station] of this.#stations.entries()) {
      const random = substream(this.#seed, 'flow', index);
      if (station.type === 'CONTINUOUS') {
        for (let hour = 0; hour < PERIOD_DAYS * 24; hour++) yield* observe(station, hour, profile, random);
      } else {
        const noon = random.whole(0, PERIOD_DAYS - 3) * 24 + 12;
        for (let hour = noon; hour < noon + 24; hour++) yield* observe(station, hour, profile, random);
      }
    }
  }
}

function continuousOnes({ segments, gantries }: Network, count: number): Station[] {
  const survey = ['G10-012', 'G301-010', 'G332-018', 'S202-004'].map((id): Station => {
    const segment = segments.find((one) => one.id === id);
    if (segment === undefined) throw new RangeError(`the sample has no segment ${id} for a flow station`);
    return { id: `ST-${id}`, type: 'CONTINUOUS', segment, gantryId: null, direction: 'BOTH' };
  });
  const taken = new Set(survey.map(({ segment }) => segment.id));
  const atGantries = gantries
    .filter(({ segment }) => !taken.has(segment.id))
    .map(({ record, segment }): Station => ({
      id: record.id,
      type: 'CONTINUOUS',
      segment,
      gantryId: record.id,
      direction: record.direction,
    }));
  for (const { segment } of atGantries) taken.add(segment.id);
  const busiest = segments
    .filter(({ id }) => !taken.has(id))
    .toSorted((one, other) => other.aadt - one.aadt || (one.id < other.id ? -1 : 1))
    .map((segment): Station => ({
      id: `ST-${segment.id}`,
      type: 'CONTINUOUS',
      segment,
      gantryId: null,
      direction: 'BOTH',
    }));
  return [...survey, ...atGantries, ...busiest].slice(0, count);
}

/** One hour at a station: a row for each class. One hour in 300 the station had no data. */
function* observe(station: Station, hour: number, profile: DayProfile, random: Random): Generator<Flow> {
  const { segment, gantryId } = station;
  const day = Math.floor(hour / 24);
  const vehicles =
    segment.aadt * DAY_WEIGHTS[day]! * profile.shareOf(hour % 24) * (gantryId === null ? 1 : 0.5);
  const hasData = station.type === 'INTERMITTENT' || !random.chance(1 / 300);
  const periodStart = `${dateOfDay(day)}T${String(hour % 24).padStart(2, '0')}:00:00+08:00`;
  for (const [vehicleClass, share, speedFactor] of FLOW_CLASSES) {
    const expected = vehicles * share;
    const counted = Math.max(0, Math.round(expected + Math.sqrt(expected) * random.bell()));
    const speed = segment.speedLimitKph * speedFactor * (0.93 + 0.04 * random.bell());
    yield {
      stationId: station.id,
      stationType: station.type,
      // A gantry's segment is found by ingest.
      segmentId: gantryId === null ? segment.id : null,
      gantryId,
      periodStart,
      periodMinutes: 60,
      direction: station.direction,
      vehicleClass,
      vehicleCount: hasData ? counted : null,
      averageSpeedKph: hasData && counted > 0 ? Math.round(speed * 10) / 10 : null,
      onlineLabel: 'PUBLIC',
    };
  }
}
