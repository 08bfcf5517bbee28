import type { Segment } from './build-segments.ts';
import { DAY_MS, HOUR_MS, PERIOD_END_MS, formatInstant } from './period.ts';
import { substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';
import { winterDetour } from './winter-detours.ts';

type RoadEvent = SampleRecord<'RoadEvent'>;

/** Divisions where the wind drives snow over the roads (白毛风). */
const SNOWY_DIVISIONS = new Set(['150784', '150785', '150723', '150725', '150726', '150727', '150782']);

/** The winters shown, by the year that they begin in; how hard each was; and from when to when it snowed. */
const WINTERS = [
  { year: 2023, severity: 0.9, to: '2024-03-25' },
  { year: 2024, severity: 0.55, to: '2025-03-25' },
  { year: 2025, severity: 1.2, to: '2026-02-27' },
] as const;

/** Closures: snow drifts of three winters, roads shut until spring, expressways this winter, and one exercise. */
export function roadClosures(segments: readonly Segment[], seed: number): RoadEvent[] {
  const events = [
    ...WINTERS.flatMap((winter) => snowDrifts(segments, winter, substream(seed, 'snow drifts', winter.year))),
    ...shutUntilSpring(segments),
    ...expressways(segments, substream(seed, 'expressway closures')),
  ];
  return events
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .map((event, index) => ({ ...event, id: `EV-CL-${String(index + 1).padStart(4, '0')}` }));
}

function snowDrifts(
  segments: readonly Segment[],
  winter: (typeof WINTERS)[number],
  random: Random,
): RoadEvent[] {
  const fromMs = Date.parse(`${winter.year}-11-05T00:00:00+08:00`);
  const days = (Date.parse(`${winter.to}T00:00:00+08:00`) - fromMs) / DAY_MS;
  return segments
    .filter(({ divisionCode, grade }) => SNOWY_DIVISIONS.has(divisionCode) && grade !== 'EXPRESSWAY')
    .flatMap((segment) => {
      const proneness = segment.isLowGrade ? 1.1 : 0.5;
      const closures = Math.floor(winter.severity * proneness * random.between(0.1, 2.1));
      return Array.from({ length: closures }, () => {
        const startMs = fromMs + Math.floor(random.fraction() * days * 24) * HOUR_MS;
        return closure(segment, startMs, random.whole(3, segment.isLowGrade ? 60 : 24), {
          cause: 'NATURAL_DISASTER',
          surfaceCondition: 'SNOW_DRIFTS',
          description: '风吹雪造成积雪阻断，组织除雪后恢复通行。',
        });
      });
    });
}

function shutUntilSpring(segments: readonly Segment[]): RoadEvent[] {
  return segments
    .filter(({ grade, divisionCode }) => grade === 'SUBSTANDARD' && SNOWY_DIVISIONS.has(divisionCode))
    .filter((_, index) => index % 5 === 0)
    .map((segment) =>
      closure(segment, Date.parse('2025-11-12T08:00:00+08:00'), null, {
        cause: 'NATURAL_DISASTER',
        surfaceCondition: 'CLOSED_PERMANENTLY_FOR_THE_WINTER',
        description: '冬季封闭，开春后恢复通行。',
        ...winterDetour(segment, segments),
      }),
    );
}

const EXPRESSWAY_CAUSES = [
  { cause: 'NATURAL_DISASTER', surfaceCondition: 'FRESH_SNOW', description: '降雪，能见度低，临时封闭。' },
  { cause: 'NATURAL_DISASTER', surfaceCondition: 'BLACK_ICE', description: '路面结冰，临时封闭。' },
  { cause: 'ACCIDENT_DISASTER', surfaceCondition: 'PACKED_SNOW', description: '多车事故，双向封闭处置。' },
  { cause: 'PLANNED_MAINTENANCE', surfaceCondition: 'DRY', description: '桥梁伸缩缝更换，按计划封闭。' },
  { cause: 'SOCIAL_SECURITY', surfaceCondition: 'DRY', description: '运输车辆货物散落，封闭清理。' },
] as const;

function expressways(segments: readonly Segment[], random: Random): RoadEvent[] {
  const onExpressways = segments.filter(({ grade }) => grade === 'EXPRESSWAY');
  const fromMs = Date.parse('2025-12-02T00:00:00+08:00');
  const real = Array.from({ length: 28 }, (_, index) =>
    closure(
      random.pick(onExpressways),
      fromMs + random.whole(0, 86 * 24) * HOUR_MS,
      // Every fourth is over within two hours.
      index % 4 === 3 ? random.whole(2, 7) / 4 : random.whole(3, 18),
      EXPRESSWAY_CAUSES[index % EXPRESSWAY_CAUSES.length]!,
    ),
  );
  const exercise: RoadEvent = {
    ...closure(onExpressways[11]!, Date.parse('2026-01-20T09:00:00+08:00'), 3, {
      cause: 'NATURAL_DISASTER',
      surfaceCondition: 'FRESH_SNOW',
      description: '低温雨雪冰冻应急演练。',
    }),
    informationStatus: 'TECHNICAL_EXERCISE',
  };
  return [...real, exercise];
}

function closure(
  segment: Segment,
  startMs: number,
  hours: number | null,
  why: Pick<RoadEvent, 'cause' | 'surfaceCondition' | 'description' | 'detour' | 'detourLegs'>,
): RoadEvent {
  const endMs = hours === null ? null : startMs + hours * HOUR_MS;
  const isOver = endMs !== null && endMs < PERIOD_END_MS;
  const isPlanned = why.cause === 'PLANNED_MAINTENANCE';
  return {
    id: '',
    version: 1,
    eventKind: 'CLOSURE',
    ...why,
    status: isOver ? (isPlanned ? 'COMPLETED' : 'CLEARED') : 'ACTIVE',
    segmentId: segment.id,
    roadCode: segment.roadCode,
    divisionCode: segment.divisionCode,
    startStakeM: segment.startStakeM,
    endStakeM: segment.endStakeM,
    direction: 'BOTH',
    vehicleImpact: 'ALL_LANES_CLOSED',
    severity: 'HIGH',
    informationStatus: 'REAL',
    placeText: `${segment.roadCode}线${Math.floor(segment.startStakeM / 1000)}至${Math.floor(segment.endStakeM / 1000)}公里`,
    validFrom: formatInstant(startMs),
    validTo: isOver ? formatInstant(endMs) : null,
    deaths: null,
    injuries: null,
    onlineLabel: 'PUBLIC',
  };
}
