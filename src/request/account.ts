import type { BreakGlassReason, Catalogue, Grant } from '../agreement/index.ts';
import { type DisclosureEntry, type FieldDecision, describeDecision } from '../audit/index.ts';
import { readTraceparent } from '../base/index.ts';
import type { FeederPrincipal, Principal } from '../identity/index.ts';
import type { Arrival } from './arrival.ts';
import { digestDocument } from './digest-document.ts';
import type { Disclosure } from './disclosure.ts';
import { factsOfFields, type FieldFacts } from './facts-of-answer.ts';
import type { InputUse, SelectedField, ValidOperation } from './ports.ts';

/**
 * What is known of one request so far. It grows stage by stage, so that whatever happens, and wherever, the record
 * says as much as was known.
 */
export interface Account {
  readonly arrival: Arrival;
  principal: Principal | FeederPrincipal | null;
  /** Which check a refused token failed. The caller is not told; the record says it. */
  refusedBecause: string | null;
  purpose: string | null;
  caseReference: string | null;
  /** Why the glass was to be broken. */
  breakGlass: BreakGlassReason | null;
  grant: Grant | null;
  /** What the schema says of the fields; null until agreements are bound. */
  catalogue: Catalogue | null;
  operation: ValidOperation | null;
  selected: readonly SelectedField[];
  /** What filters, orders and exact matches tested, granted or not. */
  uses: readonly InputUse[];
  disclosures: readonly Disclosure[];
  rows: number;
  /** Keyed hashes of the persons and vehicles that the answer tells about. */
  subjects: readonly string[];
  /** Which event of a stream it is about. */
  eventNumber: number | null;
  /** The code that the request ends with. */
  code: string;
}

/** An account of which nothing is known but the arrival. */
export function openAccount(arrival: Arrival): Account {
  return {
    arrival,
    principal: null,
    refusedBecause: null,
    purpose: null,
    caseReference: null,
    breakGlass: null,
    grant: null,
    catalogue: null,
    operation: null,
    selected: [],
    uses: [],
    disclosures: [],
    rows: 0,
    subjects: [],
    eventNumber: null,
    code: 'OK',
  };
}

const NO_FACTS: FieldFacts = { maxSensitivity: null, divisions: null };

/** The account as an entry for the disclosure log, for an answer of these bytes. */
export function entryOf(
  account: Account,
  answer: { status: number; sha256: string; bytes: number },
  variablesHmac: string | null,
): DisclosureEntry {
  const { principal, grant, operation, catalogue, selected } = account;
  const fields = distinctDecisions(account);
  const facts = grant === null || catalogue === null ? NO_FACTS : factsOfFields(selected, grant, catalogue);
  return {
    stage: stageOf(account),
    actor: {
      pseudonym: principal === null ? 'unknown' : (principal.pseudonym ?? 'public'),
      agency: principal?.agency ?? null,
      role: principal?.role ?? 'unknown',
      auth: principal?.authMethod ?? `refused:${account.refusedBecause ?? 'UNREAD'}`,
    },
    source: { ip: account.arrival.ip },
    purpose: {
      code: account.purpose,
      caseReference: account.caseReference,
      ...(account.breakGlass !== null && { breakGlass: account.breakGlass }),
    },
    agreements: agreementsBehind(account),
    policyDigest: grant?.policyDigest ?? null,
    grantDigest: grant?.digest ?? null,
    operation: {
      name: nameOf(operation),
      documentSha256: operation === null ? null : digestDocument(operation),
      variablesHmac,
    },
    fields,
    result: { rows: account.rows, ...answer, code: account.code },
    subjects: account.subjects,
    recipient: { agency: principal?.agency ?? null, system: principal?.system ?? null },
    ...facts,
    traceparent: readTraceparent(account.arrival.headers.get('traceparent'))?.header ?? null,
    requestId: account.arrival.requestId,
    ...(catalogue !== null && { owners: ownersOf(fields, catalogue) }),
  };
}

/** The agreements that a decision of this operation rests on; others were bound and not needed. */
export function agreementsBehind({ grant, selected, uses }: Account): Grant['agreements'] {
  const used = new Set([...selected, ...uses].map(({ decision }) => decision.agreementUid));
  return (grant?.agreements ?? []).filter(({ uid }) => used.has(uid));
}

// A client may send any text here: a plate, a person's name. Only an operator's own names are recorded; the digest of the
// document names every operation. A NUL or half a character would fail the insert, and with it every record of the batch.
const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,199}$/;

function nameOf(operation: ValidOperation | null): string | null {
  const name = operation?.operationName ?? '';
  return operation?.isPublished === true && NAME.test(name) ? name : null;
}

function stageOf({ code, selected, rows }: Account): DisclosureEntry['stage'] {
  if (rows > 0) return 'RELEASE';
  // What asks for nothing of an agency's (the schema, an explanation) was answered too.
  if (code === 'OK')
    return selected.every(({ decision }) => decision.kind === 'deny') && selected.length > 0
      ? 'DENY'
      : 'RELEASE';
  return DENIALS.has(code) ? 'DENY' : 'ERROR';
}

const DENIALS: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'PURPOSE_REQUIRED',
  'PURPOSE_UNKNOWN',
  'CASE_REFERENCE_INVALID',
  'CASE_REFERENCE_REFUSED',
  'BREAK_GLASS_REASON_UNKNOWN',
  'BREAK_GLASS_CASE_REQUIRED',
  'BREAK_GLASS_NOT_GRANTED',
  'BREAK_GLASS_SESSION_ENDED',
  'UNAUTHORIZED_ARGUMENT',
  'STRICT_REFUSED',
  'EGRESS_WITHHELD',
  'LOG_READ_REFUSED',
  'FEEDER_REFUSED',
  'DELIVERY_REFUSED',
  'BUDGET_SPENT',
  'CEILING_EXCEEDED',
  'UNAUTHORIZED_FIELD_OR_TYPE',
  'TOKEN_EXPIRED',
]);

interface KeptLines {
  /** Of the uses that are among the lines. */
  readonly positions: string;
  readonly lines: DisclosureEntry['fields'];
}

// A plan that is kept hands out the same list of fields each time, always to one grant, and mostly with the same uses.
const linesOfSelected = new WeakMap<readonly SelectedField[], KeptLines>();

/** One line a field and a use, in order: "CheckpointPassage.plateNo", "match:allow", its clause. */
function distinctDecisions({ selected, uses }: Account): DisclosureEntry['fields'] {
  const positions = uses.map(({ position }) => position).join(' ');
  const kept = linesOfSelected.get(selected);
  if (kept?.positions === positions) return kept.lines;
  const lines = sortLines([...selected.map(lineOfField), ...uses.map(lineOfUse)]);
  linesOfSelected.set(selected, { positions, lines });
  return lines;
}

const ownersOfLines = new WeakMap<DisclosureEntry['fields'], readonly (string | null)[]>();

/** Whose each field is; null for one that no agency's schema has. */
function ownersOf(fields: DisclosureEntry['fields'], catalogue: Catalogue): readonly (string | null)[] {
  let owners = ownersOfLines.get(fields);
  if (owners === undefined) {
    owners = fields.map(([coordinate]) => catalogue.byName.get(coordinate)?.owner ?? null);
    ownersOfLines.set(fields, owners);
  }
  return owners;
}

function lineOfField({ coordinate, decision }: SelectedField): FieldDecision {
  return [coordinate, describeDecision(decision), decision.rule];
}

function lineOfUse({ use, coordinate, decision }: InputUse): FieldDecision {
  return [coordinate, `${use}:${describeDecision(decision)}`, decision.rule];
}

function sortLines(lines: readonly FieldDecision[]): DisclosureEntry['fields'] {
  const distinct = new Map<string, FieldDecision>();
  for (const line of lines) if (line[2] !== 'structure') distinct.set(line.join('\n'), line);
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}
