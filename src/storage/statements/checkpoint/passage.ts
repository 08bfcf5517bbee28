import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
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

export const passageColumns = defineColumns<PassageRow>({
  type: 'CheckpointPassage',
  sql: {
    id: 'p.id',
    checkpointId: 'p.checkpoint_id',
    laneNo: 'p.lane_no',
    passTime: 'p.pass_time',
    plateNo: 'p.plate_no',
    plateClass: 'p.plate_class',
    plateColor: 'p.plate_color',
    vehicleClass: 'p.vehicle_class',
    vehicleGroup: 'p.vehicle_group',
    speedKph: 'p.speed_kph',
    vehicleColor: 'p.vehicle_color',
    imageUrl: 'p.image_url',
  },
  madeFrom: { checkpoint: ['checkpointId'] },
});
