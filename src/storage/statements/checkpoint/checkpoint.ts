import * as z from 'zod';
import { optionalReal, optionalText, optionalWhole, text } from '../shapes.ts';

export const checkpointRow = z.strictObject({
  id: text,
  checkpointId: optionalText,
  name: optionalText,
  divisionCode: optionalText,
  orgCode: optionalText,
  status: text,
  category: text,
  usage: text,
  isEnforcement: z.boolean(),
  segmentId: optionalText,
  policeRoadCode: optionalText,
  policeKm: optionalWhole,
  policeM: optionalWhole,
  direction: optionalText,
  lon: optionalReal,
  lat: optionalReal,
});

/** A row of checkpoint.checkpoint. */
export type CheckpointRow = z.infer<typeof checkpointRow>;

export const checkpointColumns = `c.id, c.checkpoint_id as "checkpointId", c.name, c.division_code as "divisionCode",
  c.org_code as "orgCode", c.status, c.category, c.usage, c.is_enforcement as "isEnforcement",
  c.segment_id as "segmentId", c.police_road_code as "policeRoadCode", c.police_km as "policeKm",
  c.police_m as "policeM", c.direction, c.lon, c.lat`;

/** A checkpoint, for whom it was looked up, and how far away it is. */
export const checkpointDistanceRow = checkpointRow.extend({ parent: text, distanceKm: z.number() });
