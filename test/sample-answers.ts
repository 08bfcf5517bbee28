import { generateSample, SAMPLE_PERIOD, type SampleRecord } from '../src/sample/index.ts';
import type { RecordTypeName } from '../src/ingest/index.ts';

/** A span of time as texts at +08:00, so that comparing texts compares instants: `from` is in it, `to` is not. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Which passages the asker may see; the answers count those only. */
export interface PassageScope {
  readonly withheldUsages?: readonly string[];
}

/** Question 9: a stake with a station that counted all winter. */
export const FLOW_PLACE = { roadCode: 'G10', stake: 'K1330+000', stakeM: 1_330_000 } as const;

const WINTER: Span = SAMPLE_PERIOD;
const LOW_GRADES: ReadonlySet<unknown> = new Set(['CLASS_3', 'CLASS_4', 'SUBSTANDARD']);
const AXLE_LIMITS_KG: Readonly<Record<number, number>> = {
  2: 18_000,
  3: 27_000,
  4: 36_000,
  5: 43_000,
  6: 49_000,
};

/**
 * Answers to the questions of the examples, computed straight from the sample's streams: what the gateway says over
 * GraphQL and SQL must agree. Nothing is shared with the gateway's code.
 */
export class SampleAnswers {
  readonly #rows: <Type extends RecordTypeName>(type: Type) => readonly SampleRecord<Type>[];
  readonly segments: ReadonlyMap<string, SampleRecord<'RoadSegment'>>;
  /** Segment of each gantry. */
  readonly gantrySegments: ReadonlyMap<string, string>;
  /** Segment of each checkpoint, by the crosswalk. */
  readonly checkpointSegments: ReadonlyMap<string, string>;
  readonly #crosswalk: ReadonlyMap<string, string>;

  constructor(seed?: number) {
    const streams = generateSample({ size: 'small', ...(seed !== undefined && { seed }) });
    const read = new Map<RecordTypeName, unknown[]>();
    this.#rows = <Type extends RecordTypeName>(type: Type) => {
      const rows = read.get(type) ?? Array.from(streams.find((stream) => stream.type === type)!.rows());
      read.set(type, rows);
      return rows as SampleRecord<Type>[];
    };
    this.segments = new Map(this.#rows('RoadSegment').map((segment) => [segment.id, segment]));
    this.gantrySegments = new Map(this.#rows('Gantry').map(({ id, segmentId }) => [id, segmentId]));
    this.#crosswalk = new Map(
      this.#rows('RoadCrosswalk').map((point) => [policePlace(point), point.segmentId]),
    );
    this.checkpointSegments = new Map(
      this.#rows('Checkpoint').map((checkpoint) => [
        checkpoint.id,
        this.#crosswalk.get(policePlace(checkpoint))!,
      ]),
    );
  }

  /**
   * Question 1: low-grade segments of a division in the order of night flow, each with the distance of the nearest
   * checkpoint along its road; null where there is none on the road.
   */
  lowGradeNightFlow(divisionCode = '150724') {
    const nightFlow = this.#nightFlow();
    const along = this.#alongRoads();
    const checkpoints = this.#rows('Checkpoint').map((checkpoint) => {
      const segment = this.segments.get(this.checkpointSegments.get(checkpoint.id)!)!;
      const { road, fromM, toM } = along.get(segment.id)!;
      const share = (checkpoint.stakeM! - segment.startStakeM!) / (segment.endStakeM! - segment.startStakeM!);
      return { road, segmentId: segment.id, atM: fromM + (toM - fromM) * share };
    });
    return [...this.segments.values()]
      .filter((segment) => segment.divisionCode === divisionCode && LOW_GRADES.has(segment.technicalGrade))
      .map((segment) => {
        const { road, fromM, toM } = along.get(segment.id)!;
        const distancesM = checkpoints
          .filter((checkpoint) => checkpoint.road === road)
          .map(({ atM }) => Math.max(0, fromM - atM, atM - toM));
        const nearestKm = distancesM.length === 0 ? null : Math.min(...distancesM) / 1000;
        return { segmentId: segment.id, nightFlow: nightFlow.get(segment.id) ?? null, nearestKm };
      })
      .toSorted((one, other) => (other.nightFlow ?? -1) - (one.nightFlow ?? -1));
  }

  /** Question 1: the three with the highest night flow that have no checkpoint within 20 km. */
  unwatchedAtNight(divisionCode = '150724'): string[] {
    return this.lowGradeNightFlow(divisionCode)
      .filter(({ nearestKm }) => nearestKm === null || nearestKm > 20)
      .slice(0, 3)
      .map(({ segmentId }) => segmentId);
  }

  /** Question 2: coaches between 22:00 and 06:00 by low-grade segment; segments without one are left out. */
  coachesAtNight(during = WINTER, scope: PassageScope = {}): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { passTime, vehicleGroup, segmentId } of this.#passages(during, scope)) {
      const hour = Number(passTime.slice(11, 13));
      const isLowGrade = LOW_GRADES.has(this.segments.get(segmentId)!.technicalGrade);
      if (vehicleGroup === 'COACH' && (hour >= 22 || hour < 6) && isLowGrade) add(counts, segmentId);
    }
    return counts;
  }

  /** Question 4: trucks under gantries and at checkpoints, for every segment that has both. */
  truckCounts(during = WINTER, scope: PassageScope = {}) {
    const gantry = new Map<string, number>();
    const checkpoint = new Map<string, number>();
    for (const { gantryId, transTime, vehicleGroup } of this.#rows('GantryPassage')) {
      if (vehicleGroup === 'TRUCK' && isIn(during, transTime))
        add(gantry, this.gantrySegments.get(gantryId)!);
    }
    for (const { vehicleGroup, segmentId } of this.#passages(during, scope)) {
      if (vehicleGroup === 'TRUCK') add(checkpoint, segmentId);
    }
    const watched = new Set(this.checkpointSegments.values());
    return [...gantry]
      .filter(([segmentId]) => watched.has(segmentId))
      .map(([segmentId, gantryTrucks]) => ({
        segmentId,
        gantryTrucks,
        checkpointTrucks: checkpoint.get(segmentId) ?? 0,
      }))
      .toSorted((one, other) => (one.segmentId < other.segmentId ? -1 : 1));
  }

  /** Question 4: segments whose gantries count more than 30 % more trucks than their checkpoint. */
  blindSegments(during = WINTER, scope: PassageScope = {}): string[] {
    return this.truckCounts(during, scope)
      .filter(({ gantryTrucks, checkpointTrucks }) => gantryTrucks > 1.3 * checkpointTrucks)
      .map(({ segmentId }) => segmentId);
  }

  /** Question 5: violations by segment and code, cancelled ones left out, and the vehicles counted there. */
  violationRates(during = WINTER, scope: PassageScope = {}) {
    const passages = new Map<string, number>();
    for (const { segmentId } of this.#passages(during, scope)) add(passages, segmentId);
    const violations = new Map<string, number>();
    for (const violation of this.#rows('Violation')) {
      if (violation.status === 'CANCELLED' || !isIn(during, violation.violationTime)) continue;
      add(violations, `${this.#crosswalk.get(policePlace(violation))!} ${violation.violationCode}`);
    }
    return [...violations].map(([key, count]) => {
      const [segmentId, violationCode] = key.split(' ') as [string, string];
      const counted = passages.get(segmentId) ?? 0;
      const perTenThousand = counted === 0 ? null : Math.round((1_000_000 * count) / counted) / 100;
      return { segmentId, violationCode, violations: count, passages: counted, perTenThousand };
    });
  }

  /** Question 7: checkpoints without a passage in the hours before an instant, with their states. */
  silentCheckpoints(at: string, hours: number): { id: string; status: string; roadCode: string }[] {
    const from = new Date(Date.parse(at) - (hours - 8) * 3_600_000).toISOString().slice(0, 19) + '+08:00';
    const heard = new Set(
      Array.from(this.#passages({ from, to: at }, {}), ({ checkpointId }) => checkpointId),
    );
    return this.#rows('Checkpoint')
      .filter(({ id }) => !heard.has(id))
      .map(({ id, status }) => {
        const { roadCode } = this.segments.get(this.checkpointSegments.get(id)!)!;
        return { id, status, roadCode: roadCode! };
      });
  }

  /** Question 9: vehicles of each class at one stake, hour by hour; hours without data are left out. */
  hourlyFlow(roadCode: string, stakeM: number, during = WINTER) {
    const at = [...this.segments.values()].find(
      (segment) =>
        segment.roadCode === roadCode && segment.startStakeM! <= stakeM && stakeM < segment.endStakeM!,
    );
    const sums = new Map<string, { vehicles: number; speedSum: number; withSpeed: number }>();
    for (const flow of this.#rows('FlowObservation')) {
      const segmentId = flow.segmentId ?? this.gantrySegments.get(flow.gantryId!)!;
      if (segmentId !== at?.id || typeof flow.vehicleCount !== 'number' || !isIn(during, flow.periodStart))
        continue;
      const key = `${flow.periodStart} ${flow.vehicleClass}`;
      const sum = sums.get(key) ?? { vehicles: 0, speedSum: 0, withSpeed: 0 };
      sum.vehicles += flow.vehicleCount;
      if (typeof flow.averageSpeedKph === 'number') {
        sum.speedSum += flow.averageSpeedKph * flow.vehicleCount;
        sum.withSpeed += flow.vehicleCount;
      }
      sums.set(key, sum);
    }
    return [...sums]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { vehicles, speedSum, withSpeed }]) => ({
        start: key.split(' ')[0]!,
        vehicleClass: key.split(' ')[1]!,
        vehicleCount: vehicles,
        averageSpeedKph: withSpeed === 0 ? null : speedSum / withSpeed,
      }));
  }

  /** Question 10: weighed goods vehicles by gantry and axles, and how many were above the limit. */
  axleLoads(during = WINTER) {
    const passages = new Map<string, number>();
    const overweight = new Map<string, number>();
    for (const { gantryId, transTime, vehicleGroup, axleCount, totalWeightKg } of this.#rows(
      'GantryPassage',
    )) {
      if (vehicleGroup !== 'TRUCK' || typeof totalWeightKg !== 'number' || !isIn(during, transTime)) continue;
      const key = `${gantryId} ${axleCount}`;
      add(passages, key);
      if (totalWeightKg > AXLE_LIMITS_KG[axleCount!]!) add(overweight, key);
    }
    return [...passages]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, count]) => ({
        gantryId: key.split(' ')[0]!,
        axleCount: Number(key.split(' ')[1]),
        passages: count,
        overweight: overweight.get(key) ?? 0,
      }));
  }

  /** Question 11: closures under way that have a detour, with the grades that it leads over, and whether one of them is shut. */
  closuresWithDetour() {
    const underWay = this.#rows('RoadEvent').filter(({ status }) => status === 'ACTIVE');
    const shut = new Set(
      underWay
        .filter(({ vehicleImpact }) => vehicleImpact === 'ALL_LANES_CLOSED')
        .map(({ segmentId }) => segmentId),
    );
    return underWay.flatMap(({ eventKind, segmentId, divisionCode, detourLegs }) => {
      if (eventKind !== 'CLOSURE' || !Array.isArray(detourLegs)) return [];
      const way = detourLegs.flatMap((leg) =>
        [...this.segments.values()].filter(
          (segment) =>
            segment.roadCode === leg.roadCode &&
            (/^[GS]/.test(leg.roadCode) || segment.divisionCode === (leg.divisionCode ?? divisionCode)) &&
            segment.startStakeM! < Math.max(leg.fromStakeM, leg.toStakeM) &&
            segment.endStakeM! > Math.min(leg.fromStakeM, leg.toStakeM),
        ),
      );
      const grades = new Set(way.map(({ technicalGrade }) => technicalGrade));
      return [{ segmentId, grades, isOpen: way.every(({ id }) => !shut.has(id)) }];
    });
  }

  /** Question 13: real closures by road and winter (July to June) for one surface condition. */
  closureSummary(surfaceCondition = 'SNOW_DRIFTS') {
    const closures = new Map<string, { count: number; ended: number; hours: number }>();
    for (const event of this.#rows('RoadEvent')) {
      const isReal = event.eventKind === 'CLOSURE' && event.informationStatus === 'REAL';
      if (!isReal || event.surfaceCondition !== surfaceCondition) continue;
      const [year, month] = event.validFrom.split('-').map(Number) as [number, number];
      const key = `${event.roadCode} ${month >= 7 ? year : year - 1}`;
      const sum = closures.get(key) ?? { count: 0, ended: 0, hours: 0 };
      sum.count++;
      if (typeof event.validTo === 'string') {
        sum.ended++;
        sum.hours += (Date.parse(event.validTo) - Date.parse(event.validFrom)) / 3_600_000;
      }
      closures.set(key, sum);
    }
    return [...closures]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { count, ended, hours }]) => ({
        roadCode: key.split(' ')[0]!,
        winter: Number(key.split(' ')[1]),
        closures: count,
        meanHours: ended === 0 ? null : hours / ended,
      }));
  }

  /** Question 16: accidents and mediations about accidents, by county. */
  accidentsAndMediations(during = WINTER) {
    const accidents = new Map<string, number>();
    const mediations = new Map<string, number>();
    for (const { eventKind, divisionCode, validFrom } of this.#rows('RoadEvent')) {
      if (eventKind === 'ACCIDENT' && isIn(during, validFrom)) add(accidents, divisionCode!);
    }
    for (const { disputeKind, divisionCode, acceptedAt } of this.#rows('MediationCase')) {
      if (disputeKind === 'ROAD_ACCIDENT' && isIn(during, acceptedAt!)) add(mediations, divisionCode!);
    }
    return this.#rows('AdminDivision')
      .filter(({ parentCode }) => parentCode === '150700')
      .map(({ code }) => ({
        code,
        accidents: accidents.get(code) ?? 0,
        roadAccidentMediations: mediations.get(code) ?? 0,
      }));
  }

  *#passages(during: Span, { withheldUsages = [] }: PassageScope) {
    const withheld = new Set(
      this.#rows('Checkpoint')
        .filter(({ usage }) => withheldUsages.includes(usage))
        .map(({ id }) => id),
    );
    for (const { checkpointId, passTime, vehicleGroup } of this.#rows('CheckpointPassage')) {
      if (withheld.has(checkpointId) || !isIn(during, passTime)) continue;
      yield { checkpointId, passTime, vehicleGroup, segmentId: this.checkpointSegments.get(checkpointId)! };
    }
  }

  /** Vehicles between 22:00 and 06:00 by segment, mean over the nights seen; a night is named by its evening. */
  #nightFlow(): Map<string, number> {
    const vehicles = new Map<string, number>();
    const nights = new Map<string, Set<string>>();
    for (const { segmentId, gantryId, periodStart, vehicleCount } of this.#rows('FlowObservation')) {
      const hour = Number(periodStart.slice(11, 13));
      if ((hour >= 6 && hour < 22) || typeof vehicleCount !== 'number') continue;
      const on = segmentId ?? this.gantrySegments.get(gantryId!)!;
      const evening = new Date(Date.parse(periodStart) + 2 * 3_600_000).toISOString().slice(0, 10);
      vehicles.set(on, (vehicles.get(on) ?? 0) + vehicleCount);
      nights.set(on, (nights.get(on) ?? new Set()).add(evening));
    }
    return new Map([...vehicles].map(([segmentId, sum]) => [segmentId, sum / nights.get(segmentId)!.size]));
  }

  /** Where each segment lies along its road; rural codes name one road in each county. */
  #alongRoads(): Map<string, { road: string; fromM: number; toM: number }> {
    const along = new Map<string, { road: string; fromM: number; toM: number }>();
    const lengths = new Map<string, number>();
    for (const segment of [...this.segments.values()].toSorted((a, b) => a.startStakeM! - b.startStakeM!)) {
      const isRural = /^[XYC]/.test(segment.roadRef);
      const road = isRural ? `${segment.roadRef} ${segment.divisionCode}` : segment.roadRef;
      const fromM = lengths.get(road) ?? 0;
      const toM = fromM + segment.lengthKm! * 1000;
      lengths.set(road, toM);
      along.set(segment.id, { road, fromM, toM });
    }
    return along;
  }
}

function policePlace(point: {
  readonly policeRoadCode?: string | null | undefined;
  readonly policeKm?: number | null | undefined;
  readonly policeM?: number | null | undefined;
}): string {
  return `${point.policeRoadCode} ${point.policeKm} ${point.policeM}`;
}

function isIn({ from, to }: Span, instant: string): boolean {
  return instant >= from && instant < to;
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
