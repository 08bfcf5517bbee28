import { defineStatement } from '../../statement.ts';
import { accidentCasesBy } from './accident-cases.ts';
import { mediationCaseRow } from './mediation-case.ts';

/** The newest road-accident cases of each segment. $1, $2 row scope; $3 ids, $4 rows for each. */
export const listSegmentCases = defineStatement({
  name: 'mediation.list-segment-cases',
  scoped: true,
  row: mediationCaseRow,
  text: accidentCasesBy('segment_id'),
});
