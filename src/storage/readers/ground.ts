import { LukouError } from '../../base/index.ts';
import type { StatisticRule, SubjectKind } from '../../masking/index.ts';
import type { CursorSealer } from '../cursors.ts';
import type { OversightDesk } from './oversight/desk.ts';
import type { FollowedEvents } from '../live/event-feed.ts';
import type { Audience } from '../live/read-events.ts';
import type { AskedFields } from '../row-columns.ts';
import type { SessionScope } from '../scope-signer.ts';
import type { Session } from '../session.ts';
import type { Statement } from '../statement.ts';
import { scopeParameters, type ScopedType } from '../statements/row-scope.ts';

/** What a reader is born with. It serves one subgraph operation of one caller and ends with it. */
export interface ReaderGround {
  readonly session: Session;
  /** The rows that the caller may see, by type: the same scope that the session carries. */
  readonly scope: SessionScope;
  /** What the operation asks for of each type; rows are read whole where nobody says. */
  readonly asked?: AskedFields;
  /** The agency that asks; empty for the public. */
  readonly agency: string;
  /** The case that they ask for; null where they state none. */
  readonly caseReference: string | null;
  readonly cursors: CursorSealer;
  /** Cursors open under an equal grant only. */
  readonly grantDigest: string;
  /** How the caller sees a time that lists are in the order of: null in clear, or in buckets. */
  readonly bucketOf: (coordinate: string) => TimeBucket | null;
  readonly statistics: StatisticGrants;
  /** The keyed hashes that records of a span of time may hold of a person or vehicle; none where the value names none. */
  readonly findSubjects: (
    kind: SubjectKind,
    value: string,
    spanMs: readonly [from: number, to: number],
  ) => readonly string[];
  /** Follows what happens, for a subscription; absent where nothing is followed. */
  readonly follow?: (audience: Audience, after: number | null) => Promise<FollowedEvents>;
  /** Has the intake look for a plate for the caller's case; returns the audience of its passages. Absent as `follow` is. */
  readonly watchPlate?: (plateNo: string) => Promise<string>;
  /** When the operation began, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Without it there is no oversight subgraph; the others need none. */
  readonly desk?: OversightDesk;
}

/** How a caller is told numbers about rows. */
export interface StatisticGrants {
  /** The rule of a number that is told of groups only; null where it may be told exactly. */
  ruleOf(coordinate: string): StatisticRule | null;
  /** Whether rows may be grouped by the field. */
  mayGroupBy(coordinate: string): boolean;
}

/** Buckets that a caller sees a time in. */
export interface TimeBucket {
  /** ISO 8601: PT1H. */
  readonly width: string;
  /** The start of an instant's bucket, both RFC 3339. */
  startOf(instant: string): string;
}

/** What resolvers find in their context. */
export interface SubgraphContext<Reader> {
  readonly read: Reader;
}

/** What they find there where the agency can be asked to act. */
export interface ActingContext<Reader, Acts> extends SubgraphContext<Reader> {
  readonly act: Acts;
}

/** The events of an audience after a number. Throws OPERATION_INVALID where this subgraph sends none. */
export function followEvents(
  { follow }: Pick<ReaderGround, 'follow'>,
  audience: Audience,
  after: number | null | undefined,
): Promise<FollowedEvents> {
  if (follow === undefined) throw new LukouError('OPERATION_INVALID', 'This agency sends no events.');
  return follow(audience, after ?? null);
}

/**
 * Runs a statement whose first parameters are the row scopes of `types`. Where the scope opens no row of one of them,
 * nothing is sent and there is no row.
 */
export async function readWithin<Row extends object>(
  ground: ReaderGround,
  types: readonly ScopedType[],
  statement: Statement<Row>,
  params: readonly unknown[],
): Promise<readonly Row[]> {
  const scopes = types.map((type) => scopeParameters(ground.scope, type));
  if (scopes.includes(null)) return [];
  return ground.session.run(statement, [...scopes.flatMap((scope) => scope ?? []), ...params]);
}

/**
 * Runs a statement like {@link readWithin}, and reads of each row no more than the operation asks for and than the
 * statement always reads: for rows that resolvers alone look at.
 */
export function readAsked<Row extends object>(
  ground: ReaderGround,
  types: readonly ScopedType[],
  statement: Statement<Row>,
  params: readonly unknown[],
): Promise<readonly Row[]> {
  const { asked } = ground;
  const narrowed = asked === undefined ? statement : (statement.narrow?.(asked) ?? statement);
  return readWithin(ground, types, narrowed, params);
}
