import { defineStatement } from '../../statement.ts';
import { accidentCasesBy } from './accident-cases.ts';
import { mediationCaseRow } from './mediation-case.ts';

/** The newest road-accident cases of each road event. $1, $2 row scope; $3 ids, $4 rows for each. */
export const listEventCases = defineStatement({
  name: 'mediation.list-event-cases',
  scoped: true,
  row: mediationCaseRow,
  text: accidentCasesBy('road_event_id'),
});
