import { LukouError } from '../base/index.ts';
import { printOneLine } from './one-line-json.ts';

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

/** The bytes of a record whose place in the log is known. */
export type PlaceRecord = (place: RecordPlace) => Buffer;

/** A place as long as any, so that a record fits wherever it comes to stand. */
const WIDEST: RecordPlace = {
  index: Number.MAX_SAFE_INTEGER,
  id: '0'.repeat(36),
  recordedAt: new Date(0).toISOString(),
  nonce: '0'.repeat(32),
};

/**
 * Encodes all of a record but its place, which is known only when it is written.
 *
 * @throws LukouError LIMIT_RECORD where the record would exceed {@link MAX_RECORD_BYTES}.
 */
export function prepareRecord(entry: DisclosureEntry): PlaceRecord {
  const { actor, source, purpose, operation, result } = entry;
  const rest = printOneLine({
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
  }).slice(1);
  const place: PlaceRecord = (at) => Buffer.from(`${printPlace(at)}${rest}`, 'utf8');
  if (Buffer.byteLength(printPlace(WIDEST)) + Buffer.byteLength(rest) > MAX_RECORD_BYTES)
    throw new LukouError('LIMIT_RECORD');
  return place;
}

function printPlace({ id, index, nonce, recordedAt }: RecordPlace): string {
  return `{"v":1,"id":"${id}","seq":${index},"nonce":"${nonce}","time":"${recordedAt}",`;
}

/**
 * The bytes of one record: UTF-8 JSON on one line, keys in a fixed order. These exact bytes are stored; whoever
 * verifies them never encodes again.
 *
 * @throws LukouError LIMIT_RECORD where the record would exceed {@link MAX_RECORD_BYTES}.
 */
export function encodeRecord(entry: DisclosureEntry, place: RecordPlace): Buffer {
  return prepareRecord(entry)(place);
}

const DIGEST_KEY = '"sha256":"';

/** The digest of the answer that a record is of, read out of its bytes. The last key of that name is the result's. */
export function readResultSha256(leaf: Buffer): string {
  const at = leaf.lastIndexOf(DIGEST_KEY) + DIGEST_KEY.length;
  return leaf.toString('latin1', at, leaf.indexOf('"', at));
}
