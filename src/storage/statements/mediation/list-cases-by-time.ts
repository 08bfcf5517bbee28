import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { mediationCaseColumns, mediationCaseFilter, mediationCaseRow } from './mediation-case.ts';

/**
 * A page of cases, newest first, those not accepted yet before all. $1, $2 row scope; $3 to $10 filter; $11, $12 instant
 * and id of the last row seen; $13 rows.
 */
export const listCasesByTime = defineStatement({
  name: 'mediation.list-cases-by-time',
  scoped: true,
  row: mediationCaseRow,
  plannedAnew: true,
  text: `
select ${mediationCaseColumns}
from mediation.mediation_case m
where ${inScope('MediationCase', 'm', 1)}
  and ${mediationCaseFilter}
  and ($12::text is null
    or m.accepted_at < $11::timestamptz
    or m.accepted_at = $11 and m.id > $12
    or $11 is null and (m.accepted_at is not null or m.id > $12))
order by m.accepted_at desc, m.id
limit $13`,
});
