import * as z from 'zod';
import { instant, optionalReal, optionalText, text, whole } from '../shapes.ts';
import { ownedByReader } from './disclosure.ts';

export const unusualAccessRow = z.strictObject({
  kind: text,
  measure: text,
  actor: text,
  agency: optionalText,
  role: text,
  from: instant,
  to: instant,
  counted: whole,
  usual: optionalReal,
  least: whole,
  recordIds: z.array(text),
});

/** What one caller did in one stretch of time that is more than the threshold of its role. */
export type UnusualAccessRow = z.infer<typeof unusualAccessRow>;

/** The records that are looked at: of $1 or of anybody's data, of people with a role, from $2 to $3. */
export const lookedAt = `${ownedByReader}
    and d.role in ('analyst', 'partner', 'steward', 'auditor')
    and d.recorded_at >= $2::timestamptz and d.recorded_at < $3::timestamptz`;

/** The newest of the records that were counted: enough to begin with. */
export const someIds = '(array_agg(d.id::text order by d.recorded_at desc))[1:20]';

/** The threshold of a role, of its own before that of all, for the rows of `found`. */
export const thresholdFor = (kind: string): string => `cross join lateral (
  select t.least, t.times_usual from oversight.access_threshold t
  where t.kind = '${kind}' and t.measure = found.measure and t.role in (found.role, '*')
  order by t.role = '*' limit 1
) bound`;
