import { defineStatement } from '../../statement.ts';
import { adminDivisionColumns, adminDivisionRow } from './admin-division.ts';

/** Divisions by code. $1 codes. */
export const findAdminDivisions = defineStatement({
  name: 'traffic.find-admin-divisions',
  scoped: false,
  row: adminDivisionRow,
  text: `
select ${adminDivisionColumns}
from traffic.admin_division d
where d.code = any($1::text[])`,
});
