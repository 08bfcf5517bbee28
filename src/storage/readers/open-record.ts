import * as z from 'zod';
import { hashLeaf } from '../../merkle/index.ts';
import { type DisclosureRow, UNREADABLE } from '../statements/oversight/disclosure.ts';

/** A record of the disclosure log, with what only its leaf holds. */
export interface DisclosureRecordRow extends Omit<DisclosureRow, 'leaf'> {
  /** The record itself; null where it cannot be read. */
  readonly leaf: string | null;
  readonly fields: readonly FieldDecision[];
  /** Null where the record is of no answer. */
  readonly resultSha256: string | null;
  /** Prefixes of divisions whose rows were open; null where nothing was limited by division. */
  readonly divisions: readonly string[] | null;
  /** The agency that received the answer. */
  readonly recipient: string | null;
  /** RFC 6962 hash of the record, base64: what its receipt says; null where its bytes are gone. */
  readonly leafHash: string | null;
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
  // Records of earlier versions do not say these.
  divisions: z.array(z.string()).nullable().default(null),
  recipient: z.object({ agency: z.string().nullable() }).default({ agency: null }),
});

const NOTHING: z.infer<typeof leafSchema> = {
  fields: [],
  result: { sha256: null },
  divisions: null,
  recipient: { agency: null },
};

/**
 * Reads the leaf of a record, but only once one of its parts is asked for: a leaf may hold 64 kB. An agency that reads of
 * its own data sees the decisions on its own fields, and the agreements behind these.
 */
export function openRecord(row: DisclosureRow): DisclosureRecordRow {
  const own = row.ownCoordinates === null ? null : new Set(row.ownCoordinates);
  let opened: z.infer<typeof leafSchema> | undefined;
  const isReadable = row.code !== UNREADABLE;
  const leaf = (): z.infer<typeof leafSchema> =>
    (opened ??= isReadable ? leafSchema.parse(JSON.parse(String(row.leaf))) : NOTHING);
  const fields = (): readonly FieldDecision[] =>
    leaf()
      .fields.filter(([coordinate]) => own === null || own.has(coordinate))
      .map(([coordinate, decision, rule]) => ({ coordinate, decision, rule }));
  return {
    ...row,
    get leaf() {
      return isReadable && row.leaf !== null ? row.leaf.toString('utf8') : null;
    },
    get agreements() {
      if (own === null) return row.agreements;
      const behind = new Set(fields().map(({ rule }) => rule.split('#', 1)[0]));
      return row.agreements.filter((name) => behind.has(name));
    },
    get fields() {
      return fields();
    },
    get resultSha256() {
      return leaf().result.sha256;
    },
    get divisions() {
      return leaf().divisions;
    },
    get recipient() {
      return leaf().recipient.agency;
    },
    get leafHash() {
      return row.leaf === null ? null : hashLeaf(row.leaf).toString('base64');
    },
  };
}
