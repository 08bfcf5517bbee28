import type { Grant } from '../agreement/index.ts';
import type { DisclosureEntry } from '../audit/index.ts';
import { sha256Hex } from '../base/index.ts';
import type { Principal } from '../identity/index.ts';
import type { Arrival } from './arrival.ts';
import type { Disclosure } from './disclosure.ts';
import type { SelectedField, ValidOperation } from './ports.ts';

/**
 * What is known of one request so far. It grows stage by stage, so that whatever happens, and wherever, the record
 * says as much as was known.
 */
export interface Account {
  readonly arrival: Arrival;
  principal: Principal | null;
  /** Which check a refused token failed. The caller is not told; the record says it. */
  refusedBecause: string | null;
  purpose: string | null;
  caseReference: string | null;
  grant: Grant | null;
  operation: ValidOperation | null;
  selected: readonly SelectedField[];
  disclosures: readonly Disclosure[];
  rows: number;
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
    grant: null,
    operation: null,
    selected: [],
    disclosures: [],
    rows: 0,
    code: 'OK',
  };
}

/** The account as an entry for the disclosure log, for an answer of these bytes. */
export function entryOf(
  account: Account,
  answer: { status: number; sha256: string; bytes: number },
): DisclosureEntry {
  const { principal, grant, operation } = account;
  return {
    stage: stageOf(account),
    actor: {
      pseudonym: principal === null ? 'unknown' : (principal.pseudonym ?? 'public'),
      agency: principal?.agency ?? null,
      role: principal?.role ?? 'unknown',
      auth: principal?.authMethod ?? `refused:${account.refusedBecause ?? 'UNREAD'}`,
    },
    source: { ip: account.arrival.ip },
    purpose: { code: account.purpose, caseReference: account.caseReference },
    agreements: agreementsBehind(account),
    policyDigest: grant?.policyDigest ?? null,
    operation: {
      name: nameOf(operation),
      documentSha256: operation === null ? null : sha256Hex(operation.documentText),
    },
    fields: distinctDecisions(account.selected),
    result: { rows: account.rows, ...answer, code: account.code },
    requestId: account.arrival.requestId,
  };
}

/** The agreements that a decision of this operation rests on; others were bound and not needed. */
function agreementsBehind({ grant, selected }: Account): DisclosureEntry['agreements'] {
  const used = new Set(selected.map(({ decision }) => decision.agreementUid));
  return (grant?.agreements ?? []).filter(({ uid }) => used.has(uid));
}

// A client may send any text here. A NUL or half a character would fail the insert, and with it every record of the
// batch: other callers' answers.
const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,199}$/;

function nameOf(operation: ValidOperation | null): string | null {
  const name = operation?.operationName ?? '';
  return NAME.test(name) ? name : null;
}

function stageOf({ code, selected }: Account): DisclosureEntry['stage'] {
  if (code === 'OK') return selected.some(({ decision }) => decision.kind !== 'deny') ? 'RELEASE' : 'DENY';
  return DENIALS.has(code) ? 'DENY' : 'ERROR';
}

const DENIALS: ReadonlySet<string> = new Set([
  'UNAUTHENTICATED',
  'PURPOSE_REQUIRED',
  'PURPOSE_UNKNOWN',
  'CASE_REFERENCE_INVALID',
  'UNAUTHORIZED_ARGUMENT',
  'STRICT_REFUSED',
  'EGRESS_WITHHELD',
]);

function distinctDecisions(selected: readonly SelectedField[]): DisclosureEntry['fields'] {
  const byCoordinate = new Map<string, readonly [string, string, string]>();
  for (const { coordinate, decision } of selected) {
    if (decision.rule !== 'structure') {
      byCoordinate.set(coordinate, [coordinate, describeDecision(decision), decision.rule]);
    }
  }
  return [...byCoordinate.values()].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function describeDecision(decision: SelectedField['decision']): string {
  if (decision.kind === 'deny') return `deny:${decision.code}`;
  return decision.mask === null ? 'allow' : `mask:${decision.mask.fn}`;
}
