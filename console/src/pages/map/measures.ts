import type { TechnicalGrade } from '../../graphql/generated.ts';
import type { SegmentRow } from './rows.ts';

/** By what segments are coloured. */
export const MEASURES = ['flow', 'grade', 'risk'] as const;

/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

/** Colours of ui/theme.css that lines are drawn in. */
export type Tint = 'line-strong' | 'accent' | 'statistic' | 'pointer' | 'mask' | 'deny';

/** How the segments of one class are drawn: no two alike in width and dashes, so that nothing rests on colour alone. */
export interface RoadStroke {
  /** Two colours and how much of the second. */
  readonly tint: readonly [Tint, Tint, number];
  readonly width: number;
  /** In line widths: drawn, left out; none where the line is whole. */
  readonly dash?: readonly [number, number];
}

/** Grades, best first. */
export const GRADES: readonly TechnicalGrade[] = [
  'EXPRESSWAY',
  'CLASS_1',
  'CLASS_2',
  'CLASS_3',
  'CLASS_4',
  'SUBSTANDARD',
];

/** From how many vehicles a day, and from how many accidents a year, the classes begin, least first. */
export const FLOW_FROM = [0, 500, 1_000, 2_000, 5_000] as const;
export const ACCIDENTS_FROM = [0, 1, 3, 6, 10] as const;

const UNKNOWN: RoadStroke = { tint: ['line-strong', 'line-strong', 0], width: 1, dash: [1, 4] };

/** The classes of each measure in order, the last for segments of which nothing is known. */
export const STROKES: Readonly<Record<Measure, readonly RoadStroke[]>> = {
  flow: [
    { tint: ['line-strong', 'accent', 0], width: 1, dash: [3, 2] },
    { tint: ['line-strong', 'accent', 0.4], width: 1.4 },
    { tint: ['line-strong', 'accent', 0.7], width: 2.2 },
    { tint: ['accent', 'accent', 0], width: 3.2 },
    { tint: ['accent', 'pointer', 1], width: 4.6 },
    UNKNOWN,
  ],
  grade: [
    { tint: ['statistic', 'statistic', 0], width: 4.6 },
    { tint: ['accent', 'accent', 0], width: 3.4 },
    { tint: ['accent', 'accent', 0], width: 2 },
    { tint: ['pointer', 'pointer', 0], width: 2, dash: [5, 1.5] },
    { tint: ['mask', 'mask', 0], width: 1.6, dash: [2.5, 1.5] },
    { tint: ['deny', 'deny', 0], width: 1.6, dash: [1, 1.2] },
    UNKNOWN,
  ],
  risk: [
    { tint: ['line-strong', 'line-strong', 0], width: 1, dash: [3, 2] },
    { tint: ['line-strong', 'mask', 0.6], width: 1.6 },
    { tint: ['mask', 'mask', 0], width: 2.4 },
    { tint: ['mask', 'deny', 0.6], width: 3.4 },
    { tint: ['deny', 'deny', 0], width: 5 },
    UNKNOWN,
  ],
};

/** The most classes that a measure has. */
export const MOST_CLASSES = Math.max(...Object.values(STROKES).map(({ length }) => length));

/** The class of a segment; accidents are null where they are not known. */
export function classOf(
  { aadt, technicalGrade }: SegmentRow,
  measure: Measure,
  accidents: number | null,
): number {
  const unknown = STROKES[measure].length - 1;
  if (measure === 'grade') {
    const rank = technicalGrade === null ? -1 : GRADES.indexOf(technicalGrade);
    return rank < 0 ? unknown : rank;
  }
  const value = measure === 'flow' ? aadt : accidents;
  if (value === null) return unknown;
  return (measure === 'flow' ? FLOW_FROM : ACCIDENTS_FROM).findLastIndex((from) => value >= from);
}
