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
  /** Where it came from, which the log keeps as detail beside the record (docs/disclosure-log.md). */
  readonly source: { readonly ip: string };
  readonly purpose: {
    readonly code: string | null;
    readonly caseReference: string | null;
    /** Why the glass was broken; left out where it was not. */
    readonly breakGlass?: string;
  };
  readonly agreements: readonly {
    readonly uid: string;
    readonly version: number;
    readonly sha256: string;
    /** What the receiver must do with what it got; left out of the record where there is nothing. */
    readonly handling?: readonly string[];
  }[];
  readonly policyDigest: string | null;
  /** What the explainIds of the answer were made from. */
  readonly grantDigest: string | null;
  readonly operation: {
    readonly name: string | null;
    readonly documentSha256: string | null;
    /** Keyed hash of the variables, which may hold plates and names; null where there are none. */
    readonly variablesHmac: string | null;
  };
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
  /** Keyed hashes of the persons and vehicles that the answer tells about. */
  readonly subjects: readonly string[];
  /** Who received the answer: the agency, and the system of it where the caller named one. */
  readonly recipient: { readonly agency: string | null; readonly system: string | null };
  /** The highest sensitivity of a field that was not denied; null where there is none. */
  readonly maxSensitivity: string | null;
  /** Codes of the divisions whose rows were open; null where rows were not limited by division. */
  readonly divisions: readonly string[] | null;
  /** The request's place in a trace (W3C Trace Context). */
  readonly traceparent: string | null;
  readonly requestId: string;
  /** Of each of `fields`, the agency whose it is. It is searched by, and stands in no record; left out where unknown. */
  readonly owners?: readonly (string | null)[];
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

/** Bytes of a place as long as any, so that a record fits wherever it comes to stand. */
const WIDEST_PLACE = Buffer.byteLength(
  printPlace({
    index: Number.MAX_SAFE_INTEGER,
    id: '0'.repeat(36),
    recordedAt: new Date(0).toISOString(),
    nonce: '0'.repeat(32),
  }),
);

/**
 * Encodes all of a record but its place, which is known only when it is written.
 *
 * @param commitment - SHA-256 of the detail that is kept beside it; null where it has none, and says its source itself.
 * @throws LukouError LIMIT_RECORD where the record would exceed {@link MAX_RECORD_BYTES}.
 */
export function prepareRecord(entry: DisclosureEntry, commitment: string | null = null): PlaceRecord {
  const { actor, source, purpose, operation, result } = entry;
  const rest = printOneLine({
    stage: entry.stage,
    actor: { pseudonym: actor.pseudonym, agency: actor.agency, role: actor.role, auth: actor.auth },
    src: commitment === null ? { ip: source.ip } : { commitment },
    purpose: {
      code: purpose.code,
      caseRef: purpose.caseReference,
      ...(purpose.breakGlass !== undefined && { breakGlass: purpose.breakGlass }),
    },
    agreements: entry.agreements.map(({ uid, version, sha256, handling = [] }) => ({
      uid,
      version,
      sha256,
      ...(handling.length > 0 && { handling }),
    })),
    policyDigest: entry.policyDigest,
    grantDigest: entry.grantDigest,
    op: {
      name: operation.name,
      documentSha256: operation.documentSha256,
      variablesHmac: operation.variablesHmac,
    },
    fields: entry.fields,
    result: {
      rows: result.rows,
      bytes: result.bytes,
      sha256: result.sha256,
      status: result.status,
      code: result.code,
    },
    subjects: entry.subjects,
    recipient: { agency: entry.recipient.agency, system: entry.recipient.system },
    maxSensitivity: entry.maxSensitivity,
    divisions: entry.divisions,
    traceparent: entry.traceparent,
    requestId: entry.requestId,
  }).slice(1);
  if (WIDEST_PLACE + Buffer.byteLength(rest) > MAX_RECORD_BYTES) throw new LukouError('LIMIT_RECORD');
  return (at) => Buffer.from(`${printPlace(at)}${rest}`, 'utf8');
}

function printPlace({ id, index, nonce, recordedAt }: RecordPlace): string {
  return `{"v":3,"id":"${id}","seq":${index},"nonce":"${nonce}","time":"${recordedAt}",`;
}

/**
 * The bytes of one record: UTF-8 JSON on one line, keys in a fixed order. These exact bytes are stored; whoever
 * verifies them never encodes again.
 *
 * @throws LukouError LIMIT_RECORD where the record would exceed {@link MAX_RECORD_BYTES}.
 */
export function encodeRecord(
  entry: DisclosureEntry,
  place: RecordPlace,
  commitment: string | null = null,
): Buffer {
  return prepareRecord(entry, commitment)(place);
}

const DIGEST_KEY = '"sha256":"';

/** The digest of the answer that a record is of, read out of its bytes. The last key of that name is the result's. */
export function readResultSha256(leaf: Buffer): string {
  const at = leaf.lastIndexOf(DIGEST_KEY) + DIGEST_KEY.length;
  return leaf.toString('latin1', at, leaf.indexOf('"', at));
}
