import { defineStatement } from '../../statement.ts';
import { flowObservationColumns, flowObservationRow, flowObservationsBy } from './flow-observation.ts';

/** The newest observations of each segment. $1 segment ids, $2 from, $3 to, $4 rows for each segment. */
export const listSegmentFlow = defineStatement({
  name: 'traffic.list-segment-flow',
  scoped: false,
  row: flowObservationRow,
  columns: flowObservationColumns,
  always: ['segmentId'],
  text: flowObservationsBy('segment_id'),
});
