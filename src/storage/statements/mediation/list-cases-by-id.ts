import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { mediationCaseColumns, mediationCaseFilter, mediationCaseRow } from './mediation-case.ts';

/** A page of cases by id. $1, $2 row scope; $3 to $10 filter; $11 id of the last row seen; $12 rows. */
export const listCasesById = defineStatement({
  name: 'mediation.list-cases-by-id',
  scoped: true,
  row: mediationCaseRow,
  plannedAnew: true,
  text: `
select ${mediationCaseColumns}
from mediation.mediation_case m
where ${inScope('MediationCase', 'm', 1)}
  and ${mediationCaseFilter}
  and ($11::text is null or m.id > $11)
order by m.id
limit $12`,
});
