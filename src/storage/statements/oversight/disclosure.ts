import * as z from 'zod';
import { instant, optionalText, text, whole } from '../shapes.ts';

export const disclosureRow = z.strictObject({
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
  agreements: z.array(text),
  leaf: text,
});

/** A row of oversight.disclosure; `leaf` is the record itself. */
export type DisclosureRow = z.infer<typeof disclosureRow>;

export const disclosureColumns = `d.index, d.id, d.recorded_at as "recordedAt", d.stage, d.agency, d.role, d.actor,
  d.purpose, d.case_reference as "caseReference", d.operation_name as "operationName", d.code,
  d.row_count as "rowCount", d.agreements, convert_from(d.leaf, 'UTF8') as leaf`;
