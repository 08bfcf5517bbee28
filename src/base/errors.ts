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
  LIMIT_DOCUMENT_BYTES: {
    kind: 'refusal',
    status: 400,
    text: 'The document is too long. Send a shorter one.',
  },
  LIMIT_TOKENS: {
    kind: 'refusal',
    status: 400,
    text: 'The document has too many words and signs. Send a shorter one.',
  },
  LIMIT_DEPTH: {
    kind: 'refusal',
    status: 400,
    text: 'The document nests too deeply. Ask for fewer levels.',
  },
  LIMIT_FIELDS: {
    kind: 'refusal',
    status: 400,
    text: 'The document asks for too many fields, fragments written out. Ask for fewer.',
  },
  LIMIT_ROOT_FIELDS: {
    kind: 'refusal',
    status: 400,
    text: 'The document asks for too many fields at its root. Split it in several.',
  },
  LIMIT_ALIASES: {
    kind: 'refusal',
    status: 400,
    text: 'The document uses too many aliases. Ask for fewer things at a time.',
  },
  LIMIT_DIRECTIVES: {
    kind: 'refusal',
    status: 400,
    text: 'The document uses too many directives. Leave some out.',
  },
  LIMIT_FRAGMENTS: {
    kind: 'refusal',
    status: 400,
    text: 'The document spreads too many fragments. Write fewer.',
  },
  LIMIT_LIST_SIZE: {
    kind: 'refusal',
    status: 400,
    text: 'A list is longer than this gateway takes or gives. Ask page by page.',
  },
  LIMIT_ROWS: {
    kind: 'refusal',
    status: 400,
    text: 'The operation may answer too many rows. Lower "first", or nest fewer lists.',
  },
  LIMIT_VARIABLE_DEPTH: {
    kind: 'refusal',
    status: 400,
    text: 'The variables nest too deeply. Send flatter ones.',
  },
  LIMIT_RECORD: {
    kind: 'refusal',
    status: 400,
    text: 'The record of this disclosure would not fit into the log. Ask for fewer fields.',
  },
  LIMIT_CONCURRENCY: {
    kind: 'refusal',
    status: 429,
    text: 'You have too many operations under way. Wait for one to end, then ask again.',
  },
  DOCUMENT_UNKNOWN: {
    kind: 'refusal',
    status: 400,
    text: 'No document of this digest was published here. Ask the operator to publish it.',
  },
  DOCUMENT_NOT_TRUSTED: {
    kind: 'refusal',
    status: 403,
    text: 'This gateway answers published documents only. Send the digest of one.',
  },
  OPERATION_UNPLANNABLE: {
    kind: 'refusal',
    status: 400,
    text: 'No plan was found for the operation. Ask for its fields in several smaller ones.',
  },
  PLANNER_UNAVAILABLE: {
    kind: 'refusal',
    status: 503,
    text: 'Operations that are new to this gateway cannot be planned at the moment. Try again shortly.',
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
  NOT_ACCEPTABLE: {
    kind: 'refusal',
    status: 406,
    text: 'Accept application/graphql-response+json or application/json: nothing else is answered.',
  },
  METHOD_UNSUPPORTED: {
    kind: 'refusal',
    status: 405,
    text: 'Use POST, or GET for a query.',
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
  CASE_REFERENCE_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'Your agency has no open case of this number that serves this purpose. Check the number and the purpose.',
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
  EXPLAIN_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'Only auditors may ask what another class of callers would see. Leave out "as".',
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
  POLICY_VERSION_SKEW: {
    kind: 'fault',
    status: 200,
    text: 'An agency and the gateway hold different agreements or schemas, so the agency gave nothing.',
  },
  CONTEXT_REFUSED: {
    kind: 'refusal',
    status: 401,
    text: 'This agency answers only to a gateway that it trusts. Ask the gateway instead.',
  },
  CONTEXT_MEMORY_FULL: {
    kind: 'fault',
    status: 503,
    text: 'This agency is asked more often than it can tell new questions from repeated ones. Ask again in half a minute.',
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
  REPLAY_IMPOSSIBLE: { kind: 'refusal', status: 400, text: 'This record’s decisions cannot be made again.' },
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
