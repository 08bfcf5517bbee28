import { inScope } from '../row-scope.ts';

/** The newest road-accident cases of each parent. $1 to $3 row scope; $4 parents' ids, $5 rows for each parent. */
export function accidentCasesBy(column: 'segment_id' | 'road_event_id'): (columns: string) => string {
  return (columns) => `
select ${columns}
from unnest($4::text[]) as parent (id)
cross join lateral (
  select *
  from mediation.mediation_case m
  where ${inScope('MediationCase', 'm', 1)}
    and m.${column} = parent.id
    and m.dispute_kind = 'ROAD_ACCIDENT'
  order by m.accepted_at desc, m.id
  limit $5
) m
order by m.accepted_at desc, m.id`;
}
