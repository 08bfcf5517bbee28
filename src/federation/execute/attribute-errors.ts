import type { ErrorCode } from '../../base/index.ts';
import type { CheckedAnswer } from './check-answer.ts';
import type { FaultLedger, Path } from './fault-ledger.ts';
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
  let unplaced: ErrorCode | null = data === null && errors.length === 0 ? 'SUBGRAPH_FAULT' : null;
  for (const error of errors.slice(0, MAX_ERRORS_READ)) {
    const code = publicCode(error);
    if (!placeError(error, code, subgraph, parts, ledger)) unplaced ??= code;
  }
  if (unplaced !== null) ledger.report(commonPlace(parts), unplaced, subgraph);
  if (unplaced !== null || data === null) excuseAll(parts, ledger);
}

function placeError(
  error: SubgraphError,
  code: ErrorCode,
  subgraph: string,
  parts: readonly FetchedPart[],
  ledger: FaultLedger,
): boolean {
  let placed = false;
  for (const part of parts) {
    const located = error.path === undefined ? null : part.locate(error.path);
    if (located === null) continue;
    const rest = toKeptPath(part.shape, located.rest);
    for (const target of located.targets) ledger.report([...target, ...rest], code, subgraph);
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
]);

function publicCode({ extensions }: SubgraphError): ErrorCode {
  const code = extensions?.['code'];
  return SAID_BY_AGENCIES.has(code as ErrorCode) ? (code as ErrorCode) : 'SUBGRAPH_FAULT';
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
