import { canonicalJson, sha256Hex } from '../base/index.ts';
import { agreementName, type Agreement } from './agreement.ts';
import type { Catalogue } from './catalogue.ts';
import type { Role } from './codes.ts';
import type { CompiledAgreement } from './compile-agreement.ts';
import type { Suspension } from './suspension.ts';

/** All agreements over one schema, compiled. Nothing changes in it: a new set is a new policy. */
export interface Policy {
  /** SHA-256 over the schema's catalogue, every agreement and every suspension, in an order that does not depend on the files'. */
  readonly digest: string;
  readonly catalogue: Catalogue;
  /** Ended and future ones too, so that a refusal can say that an agreement is not in force. */
  readonly agreements: readonly Agreement[];
  /** Of agreements that do not count at present, by {@link agreementName}. */
  readonly suspensions: ReadonlyMap<string, Suspension>;
  /** Compiled agreements by {@link classKey}. */
  readonly byClass: ReadonlyMap<string, readonly CompiledAgreement[]>;
}

/** The part of a caller's class that agreements are filed by. */
export function classKey(assignee: string, role: Role): string {
  return `${assignee} ${role}`;
}

/** Files compiled agreements by caller class. Whether they may stand together was checked before. */
export function assemblePolicy(
  compiled: readonly CompiledAgreement[],
  catalogue: Catalogue,
  suspended: readonly Suspension[] = [],
): Policy {
  const inOrder = compiled
    .map((entry) => ({ name: agreementName(entry.agreement), entry }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ entry }) => entry);
  const suspensions = inNameOrder(suspended);
  const agreements = inOrder.map(({ agreement }) => agreement);
  const filed = inOrder.flatMap((entry) =>
    entry.agreement.roles.map((role) => ({ key: classKey(entry.agreement.assignee, role), entry })),
  );
  const byClass = new Map(
    [...Map.groupBy(filed, ({ key }) => key)].map(
      ([key, places]) => [key, places.map(({ entry }) => entry)] as const,
    ),
  );
  const contents = {
    catalogue: catalogue.digest,
    agreements: agreements.map(({ sha256 }) => sha256),
    ...(suspensions.size > 0 && { suspensions: [...suspensions.values()] }),
  };
  return { digest: sha256Hex(canonicalJson(contents)), catalogue, agreements, suspensions, byClass };
}

function inNameOrder(suspended: readonly Suspension[]): ReadonlyMap<string, Suspension> {
  return new Map(
    suspended
      .map((suspension) => [agreementName(suspension), suspension] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
