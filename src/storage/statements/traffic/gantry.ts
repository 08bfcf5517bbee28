import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
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

export const gantryColumns = defineColumns<GantryRow>({
  type: 'Gantry',
  sql: {
    id: 'g.id',
    gantryHex: 'g.gantry_hex',
    orderNum: 'g.order_num',
    name: 'g.name',
    segmentId: 'g.segment_id',
    divisionCode: 'g.division_code',
    direction: 'g.direction',
    stakeM: 'g.stake_m',
    lon: 'g.lon',
    lat: 'g.lat',
  },
  madeFrom: {
    segment: ['segmentId'],
    location: ['lon', 'lat'],
    flowObservations: ['id'],
    passages: ['id'],
    axleLoads: ['id'],
  },
});
