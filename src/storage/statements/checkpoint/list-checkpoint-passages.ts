import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { passageColumns, passageRow } from './passage.ts';

/** What the passages `p` of a checkpoint `parent` are: parameters $1 to $6 of {@link listCheckpointPassages}. */
export const passagesOfParent = `${inScope('CheckpointPassage', 'p', 1)}
    and p.checkpoint_id = parent.id
    and p.pass_time >= $5::timestamptz and p.pass_time < $6::timestamptz`;

/** The newest passages of each checkpoint. $1 to $3 row scope; $4 checkpoint ids, $5 from, $6 to, $7 rows for each. */
export const listCheckpointPassages = defineStatement({
  name: 'checkpoint.list-checkpoint-passages',
  scoped: true,
  row: passageRow,
  columns: passageColumns,
  always: ['checkpointId'],
  text: (columns) => `
select ${columns}
from unnest($4::text[]) as parent (id)
cross join lateral (
  select *
  from checkpoint.passage p
  where ${passagesOfParent}
  order by p.pass_time desc, p.id
  limit $7
) p
order by p.pass_time desc, p.id`,
});
