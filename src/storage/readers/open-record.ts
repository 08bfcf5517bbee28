import * as z from 'zod';
import type { DisclosureRow } from '../statements/oversight/disclosure.ts';

/** A record of the disclosure log, with what only its leaf holds. */
export interface DisclosureRecordRow extends DisclosureRow {
  readonly fields: readonly FieldDecision[];
  /** Null where the record is of no answer. */
  readonly resultSha256: string | null;
}

/** What was decided for one field. */
interface FieldDecision {
  readonly coordinate: string;
  readonly decision: string;
  readonly rule: string;
}

const leafSchema = z.object({
  fields: z.array(z.tuple([z.string(), z.string(), z.string()])),
  result: z.object({ sha256: z.string().nullable() }),
});

/** Reads the leaf of a record, but only once one of its parts is asked for: a leaf may hold 64 kB. */
export function openRecord(row: DisclosureRow): DisclosureRecordRow {
  let opened: z.infer<typeof leafSchema> | undefined;
  const leaf = (): z.infer<typeof leafSchema> => (opened ??= leafSchema.parse(JSON.parse(row.leaf)));
  return {
    ...row,
    get fields() {
      return leaf().fields.map(([coordinate, decision, rule]) => ({ coordinate, decision, rule }));
    },
    get resultSha256() {
      return leaf().result.sha256;
    },
  };
}
