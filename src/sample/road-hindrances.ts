import type { Segment } from './build-segments.ts';
import { HOUR_MS, PERIOD_END_MS, PERIOD_START_MS, formatInstant } from './period.ts';
import { substream } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type RoadEvent = SampleRecord<'RoadEvent'>;

const KINDS = [
  {
    eventKind: 'WEATHER_ROAD_CONDITION',
    cause: 'NATURAL_DISASTER',
    vehicleImpact: 'ALL_LANES_OPEN',
    surfaceCondition: 'PACKED_SNOW',
    description: '路面积雪，缓慢通行。',
    hours: [6, 40],
  },
  {
    eventKind: 'WEATHER_ROAD_CONDITION',
    cause: 'NATURAL_DISASTER',
    vehicleImpact: 'SOME_LANES_CLOSED',
    surfaceCondition: 'SNOW_DRIFTS',
    description: '局部风吹雪，单车道通行。',
    hours: [3, 20],
  },
  {
    eventKind: 'OBSTRUCTION',
    cause: null,
    vehicleImpact: 'SOME_LANES_CLOSED',
    surfaceCondition: null,
    description: '牲畜上路，提示减速。',
    hours: [1, 3],
  },
  {
    eventKind: 'ROADWORKS',
    cause: 'PLANNED_MAINTENANCE',
    vehicleImpact: 'ALTERNATING_ONE_WAY',
    surfaceCondition: 'DRY',
    description: '护栏和标志维修，半幅通行。',
    hours: [8, 72],
  },
] as const;

/** What slows traffic without closing a road: weather, animals, works. */
export function roadHindrances(segments: readonly Segment[], seed: number): RoadEvent[] {
  const random = substream(seed, 'hindrances');
  return Array.from({ length: 140 }, (_, index) => {
    const { hours, ...kind } = KINDS[index % KINDS.length]!;
    const segment = random.pick(segments);
    const startMs = PERIOD_START_MS + random.whole(0, 89 * 24) * HOUR_MS;
    const endMs = startMs + random.whole(hours[0], hours[1]) * HOUR_MS;
    const isOver = endMs < PERIOD_END_MS;
    const over = kind.eventKind === 'ROADWORKS' ? 'COMPLETED' : 'CLEARED';
    return {
      id: `EV-HI-${String(index + 1).padStart(4, '0')}`,
      version: 1,
      ...kind,
      status: isOver ? over : 'ACTIVE',
      segmentId: segment.id,
      roadCode: segment.roadCode,
      divisionCode: segment.divisionCode,
      startStakeM: segment.startStakeM,
      endStakeM: segment.endStakeM,
      direction: 'BOTH',
      severity: 'LOW',
      informationStatus: 'REAL',
      placeText: `${segment.roadCode}线${Math.floor(segment.startStakeM / 1000)}公里附近`,
      validFrom: formatInstant(startMs),
      validTo: isOver ? formatInstant(endMs) : null,
      deaths: null,
      injuries: null,
      onlineLabel: 'PUBLIC',
    };
  });
}
