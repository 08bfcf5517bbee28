import { defineStatement } from '../../statement.ts';
import { inScope } from '../row-scope.ts';
import { detentionMediationColumns, detentionMediationRow } from './list-detention-mediations.ts';

/** Mediations inside the detention centre by id. $1 to $3 row scope; $4 ids. */
export const findDetentionMediations = defineStatement({
  name: 'mediation.find-detention-mediations',
  scoped: true,
  row: detentionMediationRow,
  columns: detentionMediationColumns,
  text: (columns) => `
select ${columns}
from mediation.detention_mediation d
where ${inScope('DetentionMediation', 'd', 1)}
  and d.id = any($4::text[])`,
});
