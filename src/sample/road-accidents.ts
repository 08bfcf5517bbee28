import type { Segment } from './build-segments.ts';
import { DAY_MS, HOUR_MS, PERIOD_END_MS, PERIOD_START_MS, formatInstant } from './period.ts';
import { substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { DayProfile } from './traffic-figures.ts';
import { WeightedChoice } from './weighted-choice.ts';

type RoadEvent = SampleRecord<'RoadEvent'>;

/** Accidents begin before the period, because their mediation follows days later. */
const FROM_MS = PERIOD_START_MS - 12 * DAY_MS;
const SPAN_DAYS = (PERIOD_END_MS - FROM_MS) / DAY_MS;

const STORIES = [
  '小型客车因路面结冰侧滑，与对向货车刮擦',
  '货车追尾前方减速车辆',
  '客车避让牲畜驶出路面，无人员受困',
  '小型客车转弯时车速过快，驶入路侧排水沟',
  '两车在会车时刮擦后视镜及车身',
  '货车轮胎脱落，后方车辆避让不及',
] as const;

const SURFACES = ['BLACK_ICE', 'PACKED_SNOW', 'FRESH_SNOW', 'DRY', 'DRY'] as const;

/** An accident, with what its mediation needs to know. */
export interface Accident {
  readonly record: RoadEvent;
  readonly segment: Segment;
  readonly atMs: number;
}

/** The winter's road accidents, none of them stored: accident `index` is computed; they are in the order of days. */
export class RoadAccidents {
  readonly count: number;
  readonly #segments: readonly Segment[];
  readonly #seed: number;
  readonly #places: WeightedChoice;
  readonly #profile = new DayProfile();

  constructor(segments: readonly Segment[], count: number, seed: number) {
    this.count = count;
    this.#segments = segments;
    this.#seed = seed;
    this.#places = new WeightedChoice(segments.map(({ aadt, lengthKm }) => aadt * lengthKm));
  }

  /** The first accident that happened on or after an instant. */
  firstSince(atMs: number): number {
    return Math.ceil(((atMs - FROM_MS) / DAY_MS / SPAN_DAYS) * this.count);
  }

  /** Accident number `index`. */
  accident(index: number): Accident {
    const random = substream(this.#seed, 'accident', index);
    const segment = this.#segments[this.#places.at(random.fraction())]!;
    const day = Math.floor((index / this.count) * SPAN_DAYS);
    const atMs = FROM_MS + day * DAY_MS + this.#profile.secondAt(random.fraction()) * 1000;
    return { segment, atMs, record: describe(index, segment, atMs, random) };
  }
}

function describe(index: number, segment: Segment, atMs: number, random: Random): RoadEvent {
  const stakeM = segment.startStakeM + random.whole(0, segment.endStakeM - segment.startStakeM);
  const injuries = random.chance(0.35) ? random.whole(1, 3) : 0;
  const deaths = injuries > 0 && random.chance(0.06) ? 1 : 0;
  const clearedMs = atMs + Math.round(random.between(0.4, 4.5) * 12) * (HOUR_MS / 12);
  const isOver = clearedMs < PERIOD_END_MS;
  return {
    id: `EV-AC-${String(index + 1).padStart(6, '0')}`,
    version: 1,
    eventKind: 'ACCIDENT',
    cause: 'ACCIDENT_DISASTER',
    status: isOver ? 'CLEARED' : 'ACTIVE',
    segmentId: segment.id,
    roadCode: segment.roadCode,
    divisionCode: segment.divisionCode,
    startStakeM: stakeM,
    endStakeM: stakeM,
    direction: random.chance(0.5) ? 'UP' : 'DOWN',
    vehicleImpact: random.chance(0.2) ? 'ALL_LANES_CLOSED' : 'SOME_LANES_CLOSED',
    severity: deaths > 0 ? 'HIGH' : injuries > 0 ? 'MEDIUM' : 'LOW',
    surfaceCondition: random.pick(SURFACES),
    informationStatus: 'REAL',
    placeText: `${segment.roadCode}线${Math.floor(stakeM / 1000)}公里${stakeM % 1000}米，${segment.town}附近`,
    description: `${random.pick(STORIES)}。`,
    validFrom: formatInstant(atMs),
    validTo: isOver ? formatInstant(clearedMs) : null,
    deaths,
    injuries,
    onlineLabel: injuries > 0 ? 'RESTRICTED' : 'PUBLIC',
  };
}
