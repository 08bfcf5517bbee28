import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { mediationCaseColumns, mediationCaseFilter, mediationCaseRow } from './mediation-case.ts';

/**
 * A page of cases, newest first, those not accepted yet before all. $1 to $3 row scope; $4 to $11 filter; $12, $13 instant
 * and id of the last row seen; $14 rows.
 */
export const listCasesByTime = defineStatement({
  name: 'mediation.list-cases-by-time',
  scoped: true,
  row: mediationCaseRow,
  plannedAnew: true,
  columns: mediationCaseColumns,
  always: ['acceptedAt'],
  text: (columns) => `
select ${columns}
from mediation.mediation_case m
where ${inScope('MediationCase', 'm', 1)}
  and ${mediationCaseFilter}
  and ($13::text is null
    or m.accepted_at < $12::timestamptz
    or m.accepted_at = $12 and m.id > $13
    or $12 is null and (m.accepted_at is not null or m.id > $13))
order by m.accepted_at desc, m.id
limit $14`,
});
