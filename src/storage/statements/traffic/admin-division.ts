import * as z from 'zod';
import { optionalText, text } from '../shapes.ts';

export const adminDivisionRow = z.strictObject({
  code: text,
  name: text,
  level: text,
  kind: text,
  parentCode: optionalText,
});

/** A row of traffic.admin_division. */
export type AdminDivisionRow = z.infer<typeof adminDivisionRow>;

export const adminDivisionColumns = `d.code, d.name, d.level, d.kind, d.parent_code as "parentCode"`;
