import { z } from 'zod';
import { decimal, integer, json, oneOf, severalTexts, text } from './field.ts';

/** Six digits of GB/T 2260. */
export const divisionCode = text(6, /^[1-9]\d{5}$/);

const AGENCY = String.raw`AG-[A-Z0-9]+(?:-[A-Z0-9]+)*`;
const CASE_NO = String.raw`[\p{L}\p{N}][\p{L}\p{N}()（）〔〕._/-]{2,63}`;

/** The code of an agency. */
export const agencyCode = text(64, new RegExp(`^${AGENCY}$`));

/** The number of a case in an agency's register. */
export const caseNo = text(64, new RegExp(`^${CASE_NO}$`, 'u'));

/** Several agencies. */
export const agencyCodes = severalTexts(64, new RegExp(`^${AGENCY}$`));

/** Cases of agencies' registers: `AG-TRAFFIC-POLICE 呼公交（2026）0142号`. */
export const caseFiles = severalTexts(130, new RegExp(`^${AGENCY} ${CASE_NO}$`, 'u'));

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

const leg = z
  .strictObject({
    roadCode: roadCode.schema,
    divisionCode: divisionCode.schema.nullish(),
    fromStakeM: stakeM.schema,
    toStakeM: stakeM.schema,
  })
  .refine(({ fromStakeM, toStakeM }) => fromStakeM !== toStakeM, 'must have a length');

/** The stretches of road that a detour leads over, in the order of travel. */
export const detourLegs = json(z.array(leg).min(1).max(50));

const point = z.strictObject({ type: z.literal('Point'), coordinates: position });
const course = z.strictObject({ type: z.literal('LineString'), coordinates: line });
const courses = z.strictObject({
  type: z.literal('MultiLineString'),
  coordinates: z.array(line).min(1).max(10_000),
});
const ends = z.strictObject({ type: z.literal('MultiPoint'), coordinates: line });

/** A point or a course in GeoJSON (RFC 7946), longitude first, WGS 84. */
export const geometry = json(z.discriminatedUnion('type', [point, course, courses]));

/** The same of a road event, of which some know the ends alone. */
export const eventGeometry = json(z.discriminatedUnion('type', [point, course, courses, ends]));
