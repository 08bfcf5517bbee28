import * as z from 'zod';
import { instant, optionalText, optionalWhole, text } from '../shapes.ts';

export const passageRow = z.strictObject({
  id: text,
  checkpointId: text,
  laneNo: optionalWhole,
  passTime: instant,
  plateNo: optionalText,
  plateClass: optionalText,
  plateColor: optionalText,
  vehicleClass: optionalText,
  vehicleGroup: text,
  speedKph: optionalWhole,
  vehicleColor: optionalText,
  imageUrl: optionalText,
});

/** A row of checkpoint.passage. */
export type PassageRow = z.infer<typeof passageRow>;

export const passageColumns = `p.id, p.checkpoint_id as "checkpointId", p.lane_no as "laneNo",
  p.pass_time as "passTime", p.plate_no as "plateNo", p.plate_class as "plateClass",
  p.plate_color as "plateColor", p.vehicle_class as "vehicleClass", p.vehicle_group as "vehicleGroup",
  p.speed_kph as "speedKph", p.vehicle_color as "vehicleColor", p.image_url as "imageUrl"`;
