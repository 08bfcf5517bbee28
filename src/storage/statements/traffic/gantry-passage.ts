import * as z from 'zod';
import { instant, optionalText, optionalWhole, text } from '../shapes.ts';

export const gantryPassageRow = z.strictObject({
  id: text,
  gantryId: text,
  transTime: instant,
  mediaType: optionalText,
  vehiclePlate: optionalText,
  vehicleGroup: text,
  vehicleType: optionalText,
  axleCount: optionalWhole,
  totalWeightKg: optionalWhole,
});

/** A row of traffic.gantry_passage. */
export type GantryPassageRow = z.infer<typeof gantryPassageRow>;

export const gantryPassageColumns = `p.id, p.gantry_id as "gantryId", p.trans_time as "transTime",
  p.media_type as "mediaType", p.vehicle_plate as "vehiclePlate", p.vehicle_group as "vehicleGroup",
  p.vehicle_type as "vehicleType", p.axle_count as "axleCount", p.total_weight_kg as "totalWeightKg"`;
