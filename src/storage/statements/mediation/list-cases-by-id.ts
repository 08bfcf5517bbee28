import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { mediationCaseColumns, mediationCaseFilter, mediationCaseRow } from './mediation-case.ts';

/** A page of cases by id. $1 to $3 row scope; $4 to $11 filter; $12 id of the last row seen; $13 rows. */
export const listCasesById = defineStatement({
  name: 'mediation.list-cases-by-id',
  scoped: true,
  row: mediationCaseRow,
  plannedAnew: true,
  columns: mediationCaseColumns,
  text: (columns) => `
select ${columns}
from mediation.mediation_case m
where ${inScope('MediationCase', 'm', 1)}
  and ${mediationCaseFilter}
  and ($12::text is null or m.id > $12)
order by m.id
limit $13`,
});
