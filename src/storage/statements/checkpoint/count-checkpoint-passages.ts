import { defineStatement } from '../../statement.ts';
import { countPassagesBy, passageCountRow } from './passage-count.ts';

/** Passages by checkpoint. $1 to $3 row scope; $4 checkpoint ids, $5 from, $6 to, $7 vehicle group, $8 night only. */
export const countCheckpointPassages = defineStatement({
  name: 'checkpoint.count-checkpoint-passages',
  scoped: true,
  row: passageCountRow,
  text: countPassagesBy('checkpoint_id'),
});
