import {
  agreementName,
  type Ask,
  type Decision,
  type Policy,
  PURPOSES,
  bindGrant,
} from '../agreement/index.ts';
import { describeMask, describeStatistic } from '../masking/index.ts';
import { explainIdOf } from './disclosure.ts';
import type { PlannedOperation } from './ports.ts';

/** What one operation would come to for one caller, without asking any agency. */
export interface Explanation {
  readonly agency: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly withCase: boolean;
  readonly policyDigest: string;
  readonly grantDigest: string;
  /** `uid@version`, one an agency at most. */
  readonly agreements: readonly string[];
  /** A line for every place of the answer, in its order. */
  readonly fields: readonly ExplainedField[];
  /** A line for every field that an argument tests or orders by. */
  readonly inputs: readonly ExplainedInput[];
}

/** One decision, and what would have to be otherwise for it to be another. */
interface Explained {
  readonly coordinate: string;
  /** allow, mask:name, pointer or deny. */
  readonly decision: string;
  readonly code: string;
  /** The clause, `uid@version#id`; null where none speaks of it. */
  readonly clause: string | null;
  /** Which purposes, with or without a case, would open a denied field under the caller's agreements of today. */
  readonly openedBy: readonly { readonly purpose: string; readonly withCase: boolean }[];
}

export interface ExplainedField extends Explained {
  /** Where it stands in the answer: names joined by dots, lists without their indices. */
  readonly path: string;
  /** The same as in the answer's `disclosure`. */
  readonly explainId: string;
}

export interface ExplainedInput extends Explained {
  /** Where it is written: "Type.field(arg:)", "Input.field" or "Enum.VALUE". */
  readonly position: string;
  /** filter, sort, match, group or aggregate. */
  readonly use: string;
}

function inWords({ kind, mask, statistic }: Decision): string {
  if (statistic !== undefined) return describeStatistic(statistic);
  return mask === null ? kind : `mask:${describeMask(mask)}`;
}

/** Explains what a plan rests on. Pure: the same plan, policy and instant give the same explanation. */
export function explainDecisions(
  planned: Pick<PlannedOperation, 'selected' | 'inputUses'>,
  policy: Policy,
  ask: Ask,
  nowMs: number,
): Explanation {
  const grant = bindGrant(policy, ask, nowMs);
  const otherAsks = PURPOSES.flatMap((purpose) =>
    [null, ask.caseReference ?? 'any case'].map((caseReference) => ({ ...ask, purpose, caseReference })),
  );
  const others = otherAsks.map((other) => ({ other, grant: bindGrant(policy, other, nowMs) }));
  return {
    agency: ask.agency,
    role: ask.role,
    purpose: ask.purpose,
    withCase: ask.caseReference !== null,
    policyDigest: grant.policyDigest,
    grantDigest: grant.digest,
    agreements: grant.agreements.map(agreementName),
    fields: planned.selected.map(({ path, coordinate, decision }) => ({
      path: path.join('.'),
      explainId: explainIdOf(grant, coordinate),
      ...explain(coordinate, decision, (other) => other.decide(coordinate)),
    })),
    inputs: planned.inputUses.flatMap((position) =>
      (policy.catalogue.inputs.get(position) ?? []).map(({ use, coordinate }) => ({
        position,
        use,
        ...explain(coordinate, grant.decideUse(use, coordinate), (other) => other.decideUse(use, coordinate)),
      })),
    ),
  };

  function explain(
    coordinate: string,
    decision: Decision,
    askOther: (grant: (typeof others)[number]['grant']) => Decision,
  ): Explained {
    const { code, rule, kind } = decision;
    return {
      coordinate,
      decision: inWords(decision),
      code,
      clause: rule === 'default' || rule === 'structure' ? null : rule,
      openedBy:
        kind === 'deny'
          ? others
              .filter(({ grant: other }) => askOther(other).kind !== 'deny')
              .map(({ other }) => ({ purpose: other.purpose, withCase: other.caseReference !== null }))
          : [],
    };
  }
}
