/**
 * Every way in which Lukou says no, as a closed list (design.md section 6).
 *
 * - `refusal`: expected; recorded; `text` is public and says what to do next.
 * - `fault`: unexpected; the public sees the code and the request id only.
 * - `fatal`: the outcome of an audit write is unknown, or the log does not match; stop answering until recovered.
 */
export const ERRORS = {
  BAD_REQUEST: {
    kind: 'refusal',
    status: 400,
    text: 'The request could not be read. Send JSON with a "query" text.',
  },
  OPERATION_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'The operation does not fit the schema. Check its names against the schema that you may see.',
  },
  OPERATION_TOO_LARGE: {
    kind: 'refusal',
    status: 400,
    text: 'The operation is larger than this gateway plans. Ask for less at a time.',
  },
  REQUEST_TOO_LARGE: {
    kind: 'refusal',
    status: 413,
    text: 'The request body is too large. Send a shorter operation or fewer variables.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    kind: 'refusal',
    status: 415,
    text: 'Send the operation as application/json in UTF-8.',
  },
  UNAUTHENTICATED: {
    kind: 'refusal',
    status: 401,
    text: 'The token was not accepted. Ask your agency for a fresh one.',
  },
  PURPOSE_REQUIRED: {
    kind: 'refusal',
    status: 403,
    text: 'State a purpose: send the header lukou-purpose with one of the coded purposes.',
  },
  PURPOSE_UNKNOWN: {
    kind: 'refusal',
    status: 403,
    text: 'The purpose is not on the list of coded purposes. Free text is not a purpose.',
  },
  CASE_REFERENCE_INVALID: {
    kind: 'refusal',
    status: 403,
    text: 'The case reference is not well formed. Send the case number as your agency registered it.',
  },
  UNAUTHORIZED_FIELD_OR_TYPE: {
    kind: 'refusal',
    status: 200,
    text: 'No agreement grants this field to you for this purpose. Ask your steward, and name the explainId.',
  },
  UNAUTHORIZED_ARGUMENT: {
    kind: 'refusal',
    status: 403,
    text: 'No agreement lets you filter or sort by this argument for this purpose. Leave it out.',
  },
  STRICT_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'You asked for all or nothing (lukou-strict), and a field is not granted. Nothing was fetched.',
  },
  CURSOR_INVALID: {
    kind: 'refusal',
    status: 200,
    text: 'The cursor is not from this list, order and grant. Start again without "after".',
  },
  PAGE_SIZE_INVALID: {
    kind: 'refusal',
    status: 200,
    text: 'Ask for at least 1 row and at most 200 with "first".',
  },
  ARGUMENT_INVALID: {
    kind: 'refusal',
    status: 200,
    text: 'An argument is out of its range.',
  },
  EGRESS_WITHHELD: {
    kind: 'refusal',
    status: 403,
    text: 'The answer carried a secrecy mark and was withheld. The gateway’s operator has been told.',
  },
  AUDIT_UNAVAILABLE: {
    kind: 'fault',
    status: 503,
    text: 'The disclosure log cannot be written, so nothing may be answered. Try again later.',
  },
  SUBGRAPH_FAULT: {
    kind: 'fault',
    status: 200,
    text: 'An agency could not answer. The other agencies’ fields are complete.',
  },
  SUBGRAPH_REFUSED: {
    kind: 'fault',
    status: 200,
    text: 'An agency refused what the gateway had planned. The other agencies’ fields are complete.',
  },
  STORAGE_FAULT: { kind: 'fault', status: 500, text: 'The database could not answer.' },
  INTERNAL: { kind: 'fault', status: 500, text: 'Something went wrong inside the gateway.' },
  SETTING_INVALID: { kind: 'refusal', status: 500, text: 'A setting is not valid.' },
  AGREEMENT_INVALID: { kind: 'refusal', status: 500, text: 'An agreement file is not valid.' },
  SCHEMA_INVALID: { kind: 'refusal', status: 500, text: 'The schema breaks a rule.' },
  INGEST_REFUSED: { kind: 'refusal', status: 400, text: 'The file was not taken in.' },
  ADAPTER_INVALID: { kind: 'refusal', status: 400, text: 'The adapter file is not valid.' },
  DATA_FOLDER_IN_USE: {
    kind: 'refusal',
    status: 500,
    text: 'Another Lukou already uses this data folder. Stop it, or set LUKOU_DATA to another folder.',
  },
  DATABASE_UNSUITABLE: { kind: 'refusal', status: 500, text: 'The database cannot carry Lukou.' },
  LOG_MISMATCH: {
    kind: 'fatal',
    status: 503,
    text: 'The disclosure log is not as this gateway left it. Nothing is answered until it is checked.',
  },
} as const satisfies Record<string, { kind: 'refusal' | 'fault' | 'fatal'; status: number; text: string }>;

/** A code of {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * The one error that Lukou throws on purpose.
 *
 * `detail` is for people who may see it (operators at the terminal, or the caller for a refusal); it must never
 * hold row values, tokens or SQL. `cause` stays inside the process.
 */
export class LukouError extends Error {
  override readonly name = 'LukouError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? ERRORS[code].text : `${ERRORS[code].text} ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }

  get kind(): 'refusal' | 'fault' | 'fatal' {
    return ERRORS[this.code].kind;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
