import { canonicalJson, sha256Hex } from '../base/index.ts';
import { agreementName, type Agreement } from './agreement.ts';
import type { Catalogue } from './catalogue.ts';
import type { Role } from './codes.ts';
import type { CompiledAgreement } from './compile-agreement.ts';

/** All agreements over one schema, compiled. Nothing changes in it: a new set is a new policy. */
export interface Policy {
  /** SHA-256 over the schema's catalogue and every agreement, in an order that does not depend on the files'. */
  readonly digest: string;
  readonly catalogue: Catalogue;
  /** Ended and future ones too, so that a refusal can say that an agreement is not in force. */
  readonly agreements: readonly Agreement[];
  /** Compiled agreements by {@link classKey}. */
  readonly byClass: ReadonlyMap<string, readonly CompiledAgreement[]>;
}

/** The part of a caller's class that agreements are filed by. */
export function classKey(assignee: string, role: Role): string {
  return `${assignee} ${role}`;
}

/** Files compiled agreements by caller class. Whether they may stand together was checked before. */
export function assemblePolicy(compiled: readonly CompiledAgreement[], catalogue: Catalogue): Policy {
  const inOrder = compiled.toSorted((a, b) =>
    agreementName(a.agreement) < agreementName(b.agreement) ? -1 : 1,
  );
  const agreements = inOrder.map(({ agreement }) => agreement);
  const filed = inOrder.flatMap((entry) =>
    entry.agreement.roles.map((role) => ({ key: classKey(entry.agreement.assignee, role), entry })),
  );
  const byClass = new Map(
    [...Map.groupBy(filed, ({ key }) => key)].map(
      ([key, places]) => [key, places.map(({ entry }) => entry)] as const,
    ),
  );
  const contents = { catalogue: catalogue.digest, agreements: agreements.map(({ sha256 }) => sha256) };
  return { digest: sha256Hex(canonicalJson(contents)), catalogue, agreements, byClass };
}
