import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
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

export const gantryPassageColumns = defineColumns<GantryPassageRow>({
  type: 'GantryPassage',
  sql: {
    id: 'p.id',
    gantryId: 'p.gantry_id',
    transTime: 'p.trans_time',
    mediaType: 'p.media_type',
    vehiclePlate: 'p.vehicle_plate',
    vehicleGroup: 'p.vehicle_group',
    vehicleType: 'p.vehicle_type',
    axleCount: 'p.axle_count',
    totalWeightKg: 'p.total_weight_kg',
  },
  madeFrom: { gantry: ['gantryId'] },
});
