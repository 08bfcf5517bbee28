import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { statisticCellRow, sumCells } from '../statistic-cell.ts';

/**
 * Cases by the month in which they were accepted, and keys. $1 to $3 row scope; $4 from, $5 to; $6 whether to group by
 * division, kind, outcome; $7 fewest persons that need not be named. The person is the first applicant, so that somebody
 * with ten cases is one; a case without one whose identity is known counts for itself.
 */
export const sumCases = defineStatement({
  name: 'mediation.sum-cases',
  scoped: true,
  row: statisticCellRow,
  plannedAnew: true,
  text: sumCells({
    instant: 'm.accepted_at',
    keys: ['m.division_code', 'm.dispute_kind', 'm.result'],
    flags: '$6',
    subject: 'coalesce(applicant.id_no, m.id)',
    k: '$7',
    rows: `from mediation.mediation_case m
  left join lateral (
    select p.id_no
    from mediation.mediation_party p
    where p.case_id = m.id and p.role = 'APPLICANT'
    order by p.ordinal
    limit 1
  ) applicant on true
  where ${inScope('MediationCase', 'm', 1)}
    and m.accepted_at >= $4::timestamptz and m.accepted_at < $5::timestamptz`,
  }),
});
