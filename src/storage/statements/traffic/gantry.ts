import * as z from 'zod';
import { optionalReal, optionalText, optionalWhole, text } from '../shapes.ts';

export const gantryRow = z.strictObject({
  id: text,
  gantryHex: optionalText,
  orderNum: optionalWhole,
  name: optionalText,
  segmentId: text,
  divisionCode: optionalText,
  direction: text,
  stakeM: optionalWhole,
  lon: optionalReal,
  lat: optionalReal,
});

/** A row of traffic.gantry. */
export type GantryRow = z.infer<typeof gantryRow>;

export const gantryColumns = `g.id, g.gantry_hex as "gantryHex", g.order_num as "orderNum", g.name,
  g.segment_id as "segmentId", g.division_code as "divisionCode", g.direction, g.stake_m as "stakeM", g.lon, g.lat`;
