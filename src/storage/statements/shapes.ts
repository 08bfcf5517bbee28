import * as z from 'zod';

/** Shapes of single values, as the database returns them. */
export const text = z.string();
export const optionalText = z.string().nullable();
export const optionalTexts = z.array(z.string()).nullable();
export const optionalFlag = z.boolean().nullable();
export const whole = z.int();
export const optionalWhole = z.int().nullable();
export const optionalReal = z.number().nullable();
// Columns keep milliseconds and no more, so that a cursor loses none of its instant.
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
export const optionalInstant = instant.nullable();
