import * as z from 'zod';
import { optionalText, text } from '../shapes.ts';

export const roadRow = z.strictObject({
  id: text,
  roadCode: optionalText,
  codeSystem: text,
  roadRef: text,
  name: optionalText,
  adminClass: optionalText,
});

/** A row of traffic.road. */
export type RoadRow = z.infer<typeof roadRow>;
