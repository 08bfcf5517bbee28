import * as z from 'zod';
import { instant, optionalText, optionalTexts, text, whole } from '../shapes.ts';

export const disclosureRow = z.strictObject({
  log: text,
  origin: optionalText,
  index: whole,
  id: text,
  recordedAt: instant,
  stage: text,
  agency: optionalText,
  role: text,
  actor: text,
  purpose: optionalText,
  caseReference: optionalText,
  operationName: optionalText,
  code: text,
  rowCount: whole,
  subjectCount: whole,
  maxSensitivity: optionalText,
  breakGlass: optionalText,
  ownCoordinates: optionalTexts,
  agreements: z.array(text),
  leaf: z.instanceof(Buffer).nullable(),
});

/** Code of a record that cannot be read: of its row only the place counts. */
export const UNREADABLE = 'UNREADABLE';

/** A row of oversight.disclosure; `leaf` is the record itself, null where it is gone. */
export type DisclosureRow = z.infer<typeof disclosureRow>;

/**
 * The columns of a record. $1 the one agency whose fields the reader may see of it; null: all fields.
 * `ownCoordinates` are that agency's fields; null where all may be seen.
 */
export const disclosureColumns = `d.log, (select l.origin from oversight.log l where l.log = d.log) as origin, d.index,
  d.id, d.recorded_at as "recordedAt", d.stage, d.agency, d.role, d.actor, d.purpose,
  d.case_reference as "caseReference", d.operation_name as "operationName", d.code, d.row_count as "rowCount",
  cardinality(d.subjects) as "subjectCount", d.max_sensitivity as "maxSensitivity", d.break_glass as "breakGlass",
  case when $1::text is not null then array(
    select each.coordinate from unnest(d.coordinates, d.owners) as each (coordinate, owner) where each.owner = $1
  ) end as "ownCoordinates",
  d.agreements, (select leaf from oversight.read_leaves(d.log, d.index, d.index + 1))`;

/** Whether a record is of the data of $1; null: of anybody's. An agency does not see that others have records. */
export const ownedByReader = '($1::text is null or d.owners @> array[$1])';

/** That a record comes after the last row seen. `$from` on: its instant, log and index; null for the first page. */
export const afterPosition = (
  from: number,
): string => `($${from}::timestamptz is null or d.recorded_at <= $${from} and (
    d.recorded_at < $${from} or d.log > $${from + 1}::text or d.log = $${from + 1} and d.index < $${from + 2}::bigint))`;

/** The end of a page of records, newest first. */
export const newestFirst = (
  rows: string | number,
): string => `order by d.recorded_at desc, d.log, d.index desc
limit ${rows}`;

/** As {@link newestFirst}, of few records: they are found by what they hold and then sorted, never in the order of time. */
export const rarestFirst = (
  rows: string,
): string => `order by d.recorded_at + interval '0' desc, d.log, d.index desc
limit ${rows}`;
