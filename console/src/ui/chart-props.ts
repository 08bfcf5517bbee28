import type { Tone } from './badge.tsx';

/** One line or one set of bars: its name, and a value for each category; null where there is none. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** The colour of a decision; without it, one of the chart's own. */
  readonly tone?: Tone;
}

/** What {@link Chart} shows. */
export interface ChartProps {
  /** The question that it answers. */
  readonly title: string;
  readonly kind: 'bar' | 'stacked' | 'line';
  /** What is counted along the axis, as the table's first heading. */
  readonly axis: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** Bars lie, for long names. */
  readonly isHorizontal?: boolean;
  readonly height?: number;
  /** A click on a category. */
  readonly onPick?: (index: number) => void;
}
