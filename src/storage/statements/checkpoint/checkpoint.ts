import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
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

export const checkpointColumns = defineColumns<CheckpointRow>({
  type: 'Checkpoint',
  sql: {
    id: 'c.id',
    checkpointId: 'c.checkpoint_id',
    name: 'c.name',
    divisionCode: 'c.division_code',
    orgCode: 'c.org_code',
    status: 'c.status',
    category: 'c.category',
    usage: 'c.usage',
    isEnforcement: 'c.is_enforcement',
    segmentId: 'c.segment_id',
    policeRoadCode: 'c.police_road_code',
    policeKm: 'c.police_km',
    policeM: 'c.police_m',
    direction: 'c.direction',
    lon: 'c.lon',
    lat: 'c.lat',
  },
  madeFrom: {
    segment: ['segmentId'],
    location: ['lon', 'lat'],
    lanes: ['id'],
    lastPassageAt: ['id'],
    passageCount: ['id'],
    passages: ['id'],
  },
});

/** A checkpoint, for whom it was looked up, and how far away it is. */
export const checkpointDistanceRow = checkpointRow.extend({ parent: text, distanceKm: z.number() });
