import { z } from 'zod';
import { decimal, integer, json, oneOf, text } from './field.ts';

/** Six digits of GB/T 2260. */
export const divisionCode = text(6, /^[1-9]\d{5}$/);

/** A route number after GB/T 917. */
export const roadCode = text(5, /^(?:[GS](?:[1-9]\d?|\d{3,4})|[XYCZ]\d{3})$/);

/** Towards higher stakes, towards lower stakes, or both carriageways. */
export const direction = oneOf('UP', 'DOWN', 'BOTH');

/** The four groups that flow, gantry and checkpoint data can all be counted in. */
export const vehicleGroup = oneOf('PASSENGER_CAR', 'COACH', 'TRUCK', 'OTHER');

/** A place along a road in metres. Never subtract two of them: chains break (断链). */
export const stakeM = integer(0, 9_999_999);

/** A number plate in capitals without separators. Its form is never a reason to refuse: ETC itself checks none. */
export const plateNo = text(20);

export const longitude = decimal(-180, 180);
export const latitude = decimal(-90, 90);

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).rest(z.number());
const line = z.array(position).min(2).max(100_000);

/** A point or a course in GeoJSON (RFC 7946), longitude first, WGS 84. */
export const geometry = json(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('Point'), coordinates: position }),
    z.strictObject({ type: z.literal('LineString'), coordinates: line }),
    z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(10_000) }),
  ]),
);
