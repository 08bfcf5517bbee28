import { defineStatement } from '../../statement.ts';
import { adminDivisionColumns, adminDivisionRow } from './admin-division.ts';

/** A page of divisions by code. $1 division above, $2 level; $3 code of the last row seen; $4 rows. */
export const listAdminDivisions = defineStatement({
  name: 'traffic.list-admin-divisions',
  scoped: false,
  row: adminDivisionRow,
  plannedAnew: true,
  text: `
select ${adminDivisionColumns}
from traffic.admin_division d
where ($1::text is null or d.parent_code = $1)
  and ($2::text is null or d.level = $2)
  and ($3::text is null or d.code > $3)
order by d.code
limit $4`,
});
