import { defineStatement } from '../../statement.ts';
import { accidentCasesBy } from './accident-cases.ts';
import { mediationCaseColumns, mediationCaseRow } from './mediation-case.ts';

/** The newest road-accident cases of each road event. $1 to $3 row scope; $4 ids, $5 rows for each. */
export const listEventCases = defineStatement({
  name: 'mediation.list-event-cases',
  scoped: true,
  row: mediationCaseRow,
  columns: mediationCaseColumns,
  always: ['roadEventId'],
  text: accidentCasesBy('road_event_id'),
});
