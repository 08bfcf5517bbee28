import { defineStatement } from '../../statement.ts';
import { flowObservationColumns, flowObservationRow, flowObservationsBy } from './flow-observation.ts';

/** The newest observations of each gantry. $1 gantry ids, $2 from, $3 to, $4 rows for each gantry. */
export const listGantryFlow = defineStatement({
  name: 'traffic.list-gantry-flow',
  scoped: false,
  row: flowObservationRow,
  columns: flowObservationColumns,
  always: ['gantryId'],
  text: flowObservationsBy('gantry_id'),
});
