import type { StatisticRule, SubjectKind } from '../../masking/index.ts';
import type { CursorSealer } from '../cursors.ts';
import type { SessionScope } from '../scope-signer.ts';
import type { Session } from '../session.ts';
import type { Statement } from '../statement.ts';
import { scopeParameters, type ScopedType } from '../statements/row-scope.ts';

/** What a reader is born with. It serves one subgraph operation of one caller and ends with it. */
export interface ReaderGround {
  readonly session: Session;
  /** The rows that the caller may see, by type: the same scope that the session carries. */
  readonly scope: SessionScope;
  /** The agency that asks; empty for the public. */
  readonly agency: string;
  readonly cursors: CursorSealer;
  /** Cursors open under an equal grant only. */
  readonly grantDigest: string;
  /** How the caller sees a time that lists are in the order of: null in clear, or in buckets. */
  readonly bucketOf: (coordinate: string) => TimeBucket | null;
  readonly statistics: StatisticGrants;
  /** The keyed hash that records hold of a person or vehicle; null where the value names none. */
  readonly hashSubject: (kind: SubjectKind, value: string) => string | null;
  /** When the operation began, in milliseconds since 1970. */
  readonly nowMs: number;
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
