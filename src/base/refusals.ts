import type { ErrorFacts } from './error-facts.ts';

/** What callers are refused: expected and recorded. `text` is public and says what to do next. */
export const REFUSALS = {
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
  LIMIT_STREAMS: {
    kind: 'refusal',
    status: 429,
    text: 'Too many streams are open. End one, then subscribe again.',
  },
  STREAM_TOO_SLOW: {
    kind: 'refusal',
    status: 408,
    text: 'Events were not read for too long, so the stream ends. Subscribe again after the last number that you have.',
  },
  TOKEN_EXPIRED: {
    kind: 'refusal',
    status: 401,
    text: 'The token of this stream has expired. Subscribe again with another one, after the last number that you have.',
  },
  GATEWAY_STOPPING: {
    kind: 'refusal',
    status: 410,
    text: 'This gateway is being stopped, so the stream ends. Subscribe again after the last number that you have.',
  },
  EVENTS_FORGOTTEN: {
    kind: 'refusal',
    status: 410,
    text: 'Events after this number are not there any more. Read the list of them, then subscribe without afterNumber.',
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
  BREAK_GLASS_REASON_UNKNOWN: {
    kind: 'refusal',
    status: 400,
    text: 'The glass is broken for one of a few reasons. State its code in the header lukou-break-glass.',
  },
  BREAK_GLASS_CASE_REQUIRED: {
    kind: 'refusal',
    status: 403,
    text: 'The glass is broken for a case. Send its number in the header lukou-case.',
  },
  BREAK_GLASS_NOT_GRANTED: {
    kind: 'refusal',
    status: 403,
    text: 'No agreement lets you break the glass for this purpose and reason. Ask without the header lukou-break-glass.',
  },
  BREAK_GLASS_SESSION_ENDED: {
    kind: 'refusal',
    status: 403,
    text: 'Your session is too old to break the glass. Sign in again.',
  },
  ACT_KEY_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'An act needs a key of its own: send 16 to 64 letters, digits, - or _, new for every act, the same for a second attempt.',
  },
  ACT_KEY_REUSED: {
    kind: 'refusal',
    status: 409,
    text: 'You used this key for another act. Send a new key; the same one only to repeat the very same act.',
  },
  ACT_STALE: {
    kind: 'refusal',
    status: 409,
    text: 'Somebody changed it since you read it. Read it again, with its version, and decide anew.',
  },
  ACT_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'This step is not yours to take: the table of the loop names who takes it (docs/loops.md).',
  },
  ACT_ITEM_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    text: 'There is nothing of this id that you may act on. Check the id.',
  },
  ACT_STEP_REFUSED: {
    kind: 'refusal',
    status: 409,
    text: 'The loop has no such step from here, or not for you or not now. If you may read its state, "allowed" names those that you could bring it to.',
  },
  ACT_NOTE_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'Say why in 1 to 1,000 characters, without a secrecy mark.',
  },
  APPLICATION_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'An application names another agency, a known purpose, and what is asked for and on what basis: 1 to 1,000 characters each, without a secrecy mark.',
  },
  PUBLIC_FEED_CLOSED: {
    kind: 'refusal',
    status: 403,
    text: 'No agreement opens this to the public now. Ask the agency whose data it is.',
  },
  REVIEW_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    text: 'No use of a broken glass has this id. List them with Query.breakGlassUses.',
  },
  REVIEW_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'A use is reviewed by a steward or an auditor of the agency whose data it opened, and never by who used it.',
  },
  REVIEW_NOTE_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'Say why in 1 to 1,000 characters, without a secrecy mark.',
  },
  REVIEW_DONE: {
    kind: 'refusal',
    status: 409,
    text: 'This use was reviewed before, and a review is final.',
  },
  PRUNE_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'This part of the disclosure log stays.',
  },
  HOLD_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    text: 'There is no such legal hold, or no such log, or the hold has ended.',
  },
  INCIDENT_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    text: 'No incident of the guard has this id. List them with Query.guardIncidents.',
  },
  INCIDENT_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'An incident is judged by a steward or an auditor of an agency whose data it is or that keeps the log, and never by who asked.',
  },
  INCIDENT_STEP_REFUSED: {
    kind: 'refusal',
    status: 409,
    text: 'The incident cannot take this step.',
  },
  INCIDENT_NOTE_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'Say why in 1 to 1,000 characters, without a secrecy mark.',
  },
  HOLD_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'A case is held by a steward or an auditor of its agency, or by an auditor of the agency that keeps the log.',
  },
  HOLD_CASE_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    text: 'The agency has registered no case of this number.',
  },
  HOLD_SPAN_INVALID: {
    kind: 'refusal',
    status: 400,
    text: 'A hold ends after now and within 180 days. Set another one before it ends.',
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
    text: 'Only auditors of the agency that keeps the log may ask what another class of callers would see. Leave out "as".',
  },
  FEEDER_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'This token is of a system that hands data in, and such a system may ask for nothing. Ask as a person.',
  },
  DELIVERY_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'Only a system of the agency whose records these are hands them in. Send a token of its with the role feeder.',
  },
  DELIVERY_TYPE_UNSUPPORTED: {
    kind: 'refusal',
    status: 415,
    text: 'Send the records as the adapter reads them, with their media type and uncompressed.',
  },
  DELIVERY_TOO_LARGE: {
    kind: 'refusal',
    status: 413,
    text: 'The delivery is too large. Hand it in as several smaller ones: what was taken in stays as it is.',
  },
  LOG_READ_REFUSED: {
    kind: 'refusal',
    status: 403,
    text: 'Only auditors of the agency that keeps the log read its records, for the purpose OVERSIGHT. Send a token and lukou-purpose.',
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
  BUDGET_SPENT: {
    kind: 'refusal',
    status: 429,
    text: 'The answer is more than your agreement has left for you today, so nothing of it was given. Ask for less, or tomorrow.',
  },
  CEILING_EXCEEDED: {
    kind: 'refusal',
    status: 403,
    text: 'The answer gathers more at once than your agreement allows, so nothing of it was given. Ask for less.',
  },
  EGRESS_WITHHELD: {
    kind: 'refusal',
    status: 403,
    text: 'The answer carried a secrecy mark and was withheld. The gateway’s operator has been told.',
  },
  CONTEXT_REFUSED: {
    kind: 'refusal',
    status: 401,
    text: 'This agency answers only to a gateway that it trusts. Ask the gateway instead.',
  },
} as const satisfies Record<string, ErrorFacts<'refusal'>>;
