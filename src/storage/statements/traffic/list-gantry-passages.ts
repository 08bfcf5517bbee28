import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { gantryPassageColumns, gantryPassageRow } from './gantry-passage.ts';

/** What the passages `p` under a gantry `parent` are: parameters $1 to $5 of {@link listGantryPassages}. */
export const passagesOfGantry = `${inScope('GantryPassage', 'p', 1)}
    and p.gantry_id = parent.id
    and p.trans_time >= $4::timestamptz and p.trans_time < $5::timestamptz`;

/** The newest passages of each gantry. $1, $2 row scope; $3 gantry ids, $4 from, $5 to, $6 rows for each gantry. */
export const listGantryPassages = defineStatement({
  name: 'traffic.list-gantry-passages',
  scoped: true,
  row: gantryPassageRow,
  columns: gantryPassageColumns,
  always: ['gantryId'],
  text: (columns) => `
select ${columns}
from unnest($3::text[]) as parent (id)
cross join lateral (
  select *
  from traffic.gantry_passage p
  where ${passagesOfGantry}
  order by p.trans_time desc, p.id
  limit $6
) p
order by p.trans_time desc, p.id`,
});
