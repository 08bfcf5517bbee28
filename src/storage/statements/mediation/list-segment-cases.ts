import { defineStatement } from '../../statement.ts';
import { accidentCasesBy } from './accident-cases.ts';
import { mediationCaseColumns, mediationCaseRow } from './mediation-case.ts';

/** The newest road-accident cases of each segment. $1 to $3 row scope; $4 ids, $5 rows for each. */
export const listSegmentCases = defineStatement({
  name: 'mediation.list-segment-cases',
  scoped: true,
  row: mediationCaseRow,
  columns: mediationCaseColumns,
  always: ['segmentId'],
  text: accidentCasesBy('segment_id'),
});
