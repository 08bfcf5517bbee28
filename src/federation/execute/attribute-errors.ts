import type { ErrorCode } from '../../base/index.ts';
import type { CheckedAnswer } from './check-answer.ts';
import type { FaultLedger, Path, Said } from './fault-ledger.ts';
import { toKeptPath, type FetchShape } from '../plan/fetch-shape.ts';
import type { SubgraphError } from '../subgraph.ts';

const MAX_ERRORS_READ = 1_000;

/** One part of a fetch's answer: where it was kept, and how to find an error's place there. */
export interface FetchedPart {
  readonly shape: FetchShape;
  /** Where the objects stand that the part was merged into. */
  readonly targets: readonly Path[];
  /** The objects that an error concerns and the rest of its path, or null where it concerns another part. */
  locate(path: Path): { readonly targets: readonly Path[]; readonly rest: Path } | null;
}

/**
 * Gives each of an agency's errors its places in the client's answer. An error without a place, or an answer without
 * data, concerns everything that was asked in that fetch: that is reported once, and explains every null of it.
 */
export function attributeErrors(
  subgraph: string,
  { data, errors }: CheckedAnswer,
  parts: readonly FetchedPart[],
  ledger: FaultLedger,
): void {
  let unplaced: Said | null = data === null && errors.length === 0 ? { code: 'SUBGRAPH_FAULT' } : null;
  for (const error of errors.slice(0, MAX_ERRORS_READ)) {
    const said = { ...saidBy(error), subgraph };
    if (!placeError(error, said, parts, ledger)) unplaced ??= said;
  }
  if (unplaced !== null) ledger.report(commonPlace(parts), { ...unplaced, subgraph });
  if (unplaced !== null || data === null) excuseAll(parts, ledger);
}

function placeError(
  error: SubgraphError,
  said: Said,
  parts: readonly FetchedPart[],
  ledger: FaultLedger,
): boolean {
  let placed = false;
  for (const part of parts) {
    const located = error.path === undefined ? null : part.locate(error.path);
    if (located === null) continue;
    const rest = toKeptPath(part.shape, located.rest);
    for (const target of located.targets) ledger.report([...target, ...rest], said);
    placed ||= located.targets.length > 0;
  }
  return placed;
}

// What an agency may say: about what it was asked, and of itself. Anything else it would say in the gateway's voice.
const SAID_BY_AGENCIES: ReadonlySet<ErrorCode> = new Set([
  'ARGUMENT_INVALID',
  'CURSOR_INVALID',
  'PAGE_SIZE_INVALID',
  'SUBGRAPH_REFUSED',
  'POLICY_VERSION_SKEW',
  'ACT_KEY_INVALID',
  'ACT_KEY_REUSED',
  'ACT_STALE',
  'ACT_REFUSED',
  'ACT_ITEM_UNKNOWN',
  'ACT_STEP_REFUSED',
  'ACT_NOTE_INVALID',
  'APPLICATION_INVALID',
  'INCIDENT_UNKNOWN',
  'INCIDENT_REFUSED',
  'INCIDENT_STEP_REFUSED',
  'INCIDENT_NOTE_INVALID',
  'REVIEW_UNKNOWN',
  'REVIEW_REFUSED',
  'REVIEW_NOTE_INVALID',
  'REVIEW_DONE',
]);

const STATE = /^[A-Z][A-Z_]{0,39}$/;
const MOST_STATES = 20;

/** The code, and the states that an act could come to instead; nothing else of an agency's words. */
function saidBy({ extensions }: SubgraphError): Said {
  const code = extensions?.['code'];
  if (!SAID_BY_AGENCIES.has(code as ErrorCode)) return { code: 'SUBGRAPH_FAULT' };
  const allowed: unknown = extensions?.['allowed'];
  const isList = Array.isArray(allowed) && allowed.length <= MOST_STATES;
  return isList && allowed.every((state) => typeof state === 'string' && STATE.test(state))
    ? { code: code as ErrorCode, allowed: allowed as string[] }
    : { code: code as ErrorCode };
}

function excuseAll(parts: readonly FetchedPart[], ledger: FaultLedger): void {
  for (const { shape, targets } of parts) {
    for (const target of targets) {
      for (const { writeKey } of shape.places) ledger.excuse([...target, writeKey], true);
    }
  }
}

/** The one place to name for a whole fetch: what its places have in common, up to the first list. */
function commonPlace(parts: readonly FetchedPart[]): Path {
  const places = parts.flatMap(({ shape, targets }) =>
    targets.flatMap((target) => shape.places.map(({ writeKey }) => [...target, writeKey])),
  );
  const [first = [], ...others] = places;
  let length = first.length;
  for (const other of others) {
    const differs = first.findIndex((key, index) => key !== other[index]);
    if (differs !== -1) length = Math.min(length, differs);
  }
  const common = first.slice(0, length);
  return others.length === 0
    ? common
    : common.filter((key, index) => typeof key === 'string' || index < length - 1);
}
