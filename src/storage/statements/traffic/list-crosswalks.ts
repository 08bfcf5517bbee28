import * as z from 'zod';
import { defineStatement } from '../../statement.ts';
import { optionalInstant, text, whole } from '../shapes.ts';

const roadCrosswalkRow = z.strictObject({
  id: text,
  segmentId: text,
  policeRoadCode: text,
  policeKm: whole,
  policeM: whole,
  roadCode: text,
  stakeM: whole,
  verifiedAt: optionalInstant,
});

/** A row of traffic.road_crosswalk. */
export type RoadCrosswalkRow = z.infer<typeof roadCrosswalkRow>;

/** Crosswalks on segments. $1 segment ids. */
export const listCrosswalks = defineStatement({
  name: 'traffic.list-crosswalks',
  scoped: false,
  row: roadCrosswalkRow,
  text: `
select w.id, w.segment_id as "segmentId", w.police_road_code as "policeRoadCode", w.police_km as "policeKm",
  w.police_m as "policeM", w.road_code as "roadCode", w.stake_m as "stakeM", w.verified_at as "verifiedAt"
from traffic.road_crosswalk w
where w.segment_id = any($1::text[])
order by w.stake_m, w.id`,
});
