import { LukouError } from '../base/index.ts';
import { encodeOneLine } from './one-line-json.ts';

/** What a record records. */
export type Stage = 'INTENT' | 'RELEASE' | 'DENY' | 'ERROR' | 'ADMIN';

/** What was decided for one field: coordinate, decision ("allow", "mask:plate.region", "deny:NOT_GRANTED"), clause. */
export type FieldDecision = readonly [coordinate: string, decision: string, rule: string];

/**
 * One disclosure, as the caller of {@link AuditLog.record} states it. It holds decisions, counts and digests; never
 * a disclosed value, a token, a raw variable, a plate or a name.
 */
export interface DisclosureEntry {
  readonly stage: Stage;
  readonly actor: {
    /** Keyed hash of issuer and subject; "public" without a token, "unknown" where the token was refused. */
    readonly pseudonym: string;
    readonly agency: string | null;
    readonly role: string;
    readonly auth: string;
  };
  readonly source: { readonly ip: string };
  readonly purpose: { readonly code: string | null; readonly caseReference: string | null };
  readonly agreements: readonly { readonly uid: string; readonly version: number; readonly sha256: string }[];
  readonly policyDigest: string | null;
  /** What the explainIds of the answer were made from. */
  readonly grantDigest: string | null;
  readonly operation: { readonly name: string | null; readonly documentSha256: string | null };
  readonly fields: readonly FieldDecision[];
  readonly result: {
    readonly rows: number;
    readonly bytes: number;
    /** SHA-256 of the answer without its receipt, hexadecimal. */
    readonly sha256: string;
    readonly status: number;
    /** OK, or a code of docs/errors.md. */
    readonly code: string;
  };
  readonly requestId: string;
}

/** Largest record, in bytes of UTF-8. A larger one is refused, never cut. */
export const MAX_RECORD_BYTES = 65_535;

/** Where a record stands in the log, and the randomness that keeps its hash from being guessed. */
export interface RecordPlace {
  readonly index: number;
  readonly id: string;
  readonly recordedAt: string;
  /** 16 random bytes, hexadecimal. */
  readonly nonce: string;
}

/**
 * The bytes of one record: UTF-8 JSON on one line, keys in a fixed order. These exact bytes are stored; whoever
 * verifies them never encodes again.
 *
 * @throws LukouError OPERATION_TOO_LARGE where the record would exceed {@link MAX_RECORD_BYTES}.
 */
export function encodeRecord(entry: DisclosureEntry, place: RecordPlace): Buffer {
  const { actor, source, purpose, operation, result } = entry;
  const bytes = encodeOneLine({
    v: 1,
    id: place.id,
    seq: place.index,
    nonce: place.nonce,
    time: place.recordedAt,
    stage: entry.stage,
    actor: { pseudonym: actor.pseudonym, agency: actor.agency, role: actor.role, auth: actor.auth },
    src: { ip: source.ip },
    purpose: { code: purpose.code, caseRef: purpose.caseReference },
    agreements: entry.agreements.map(({ uid, version, sha256 }) => ({ uid, version, sha256 })),
    policyDigest: entry.policyDigest,
    grantDigest: entry.grantDigest,
    op: { name: operation.name, documentSha256: operation.documentSha256 },
    fields: entry.fields,
    result: {
      rows: result.rows,
      bytes: result.bytes,
      sha256: result.sha256,
      status: result.status,
      code: result.code,
    },
    requestId: entry.requestId,
  });
  if (bytes.length > MAX_RECORD_BYTES)
    throw new LukouError('OPERATION_TOO_LARGE', 'Its disclosure record would not fit into the log.');
  return bytes;
}
