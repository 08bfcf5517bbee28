import * as z from 'zod';
import { agreementName } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';

const recordSchema = z.object({
  id: z.string(),
  seq: z.int(),
  time: z.iso.datetime({ offset: true }),
  stage: z.enum(['INTENT', 'RELEASE', 'DENY', 'ERROR', 'ADMIN']),
  actor: z.object({
    pseudonym: z.string(),
    agency: z.string().nullable(),
    role: z.string(),
    auth: z.string(),
  }),
  // Records that commit to their source say it in the detail beside them.
  src: z.object({ ip: z.string().nullable().default(null) }),
  purpose: z.object({ code: z.string().nullable(), caseRef: z.string().nullable() }),
  agreements: z.array(
    z.object({ uid: z.string(), version: z.int(), handling: z.array(z.string()).default([]) }),
  ),
  policyDigest: z.string().nullable(),
  op: z.object({ name: z.string().nullable(), documentSha256: z.string().nullable() }),
  fields: z.array(z.tuple([z.string(), z.string(), z.string()])),
  result: z.object({
    rows: z.int(),
    bytes: z.int(),
    sha256: z.string(),
    status: z.int(),
    code: z.string(),
  }),
  requestId: z.string(),
});

/** What exports show of a record, whichever version of the form it was written in. */
export type ExportedRecord = z.infer<typeof recordSchema>;

const detailSchema = z.object({ ip: z.string() });

/**
 * Reads a record's bytes, and the detail beside it; `src.ip` is null where that was erased, or not asked for.
 *
 * @throws LukouError LOG_ALTERED where they are no record.
 */
export function readExportedRecord(
  leaf: Uint8Array,
  origin: string,
  index: number,
  detail: string | null = null,
): ExportedRecord {
  try {
    const record = recordSchema.parse(JSON.parse(Buffer.from(leaf).toString('utf8')));
    return detail === null ? record : { ...record, src: detailSchema.parse(JSON.parse(detail)) };
  } catch (cause) {
    throw new LukouError('LOG_ALTERED', `Record ${index} of ${origin} cannot be read.`, { cause });
  }
}

/** What whoever holds the data of an answer has to do with it, by agreement; none where no agreement says. */
export function handlingOf({ agreements }: ExportedRecord): readonly {
  readonly agreement: string;
  readonly codes: readonly string[];
}[] {
  return agreements
    .filter(({ handling }) => handling.length > 0)
    .map((agreement) => ({ agreement: agreementName(agreement), codes: agreement.handling }));
}

/** Whether a record is of reading the log or of an operator's act, rather than of the agencies' data. */
export function isAboutTheLog({ stage, fields }: ExportedRecord): boolean {
  return stage === 'ADMIN' || fields.some(([coordinate]) => coordinate.startsWith('DisclosureRecord.'));
}
