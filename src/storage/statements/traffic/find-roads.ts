import { defineStatement } from '../../statement.ts';
import { roadRow } from './road.ts';

/** Roads by id. $1 ids. */
export const findRoads = defineStatement({
  name: 'traffic.find-roads',
  scoped: false,
  row: roadRow,
  text: `
select r.id, r.road_code as "roadCode", r.code_system as "codeSystem", r.road_ref as "roadRef", r.name,
  r.admin_class as "adminClass"
from traffic.road r
where r.id = any($1::text[])`,
});
