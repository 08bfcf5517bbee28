import type { Measure } from '../alarms.ts';

/** What a bound counts, in the plural. */
export const MEASURE_WORDS = {
  ROWS: 'rows',
  SUBJECTS: 'persons and vehicles',
  USES: 'uses',
  DIVISIONS: 'divisions',
  DAYS: 'days of data',
} as const satisfies Record<Measure, string>;
