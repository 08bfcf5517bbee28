import { defineStatement } from '../../statement.ts';
import { countPassagesBy, passageCountRow } from './passage-count.ts';

/** Passages by segment. $1 to $3 row scope; $4 segment ids, $5 from, $6 to, $7 vehicle group, $8 night only. */
export const countSegmentPassages = defineStatement({
  name: 'checkpoint.count-segment-passages',
  scoped: true,
  row: passageCountRow,
  text: countPassagesBy('segment_id'),
});
