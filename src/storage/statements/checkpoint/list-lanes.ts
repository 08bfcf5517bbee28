import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { optionalText, optionalWhole, text, whole } from '../shapes.ts';

const laneRow = z.strictObject({
  checkpointId: text,
  laneNo: whole,
  direction: optionalText,
  maxSpeedKph: optionalWhole,
});

/** A row of checkpoint.lane. */
export type LaneRow = z.infer<typeof laneRow>;

/** Lanes of checkpoints. $1, $2 row scope of checkpoints; $3 checkpoint ids. */
export const listLanes = defineStatement({
  name: 'checkpoint.list-lanes',
  scoped: true,
  row: laneRow,
  text: `
select l.checkpoint_id as "checkpointId", l.lane_no as "laneNo", l.direction, l.max_speed_kph as "maxSpeedKph"
from checkpoint.checkpoint c
join checkpoint.lane l on l.checkpoint_id = c.id
where ${inScope('Checkpoint', 'c', 1)}
  and c.id = any($3::text[])
order by l.lane_no`,
});
