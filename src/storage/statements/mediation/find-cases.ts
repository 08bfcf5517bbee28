import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { mediationCaseColumns, mediationCaseRow } from './mediation-case.ts';

/** Mediation cases by id. $1 to $3 row scope; $4 ids. */
export const findCases = defineStatement({
  name: 'mediation.find-cases',
  scoped: true,
  row: mediationCaseRow,
  columns: mediationCaseColumns,
  text: (columns) => `
select ${columns}
from mediation.mediation_case m
where ${inScope('MediationCase', 'm', 1)}
  and m.id = any($4::text[])`,
});
