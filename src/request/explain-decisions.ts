import {
  agreementName,
  type Ask,
  type Decision,
  type Grant,
  type Policy,
  bindGrant,
  decisionInWords,
} from '../agreement/index.ts';
import { explainIdOf } from './disclosure.ts';
import { findOpenings, type Opening } from './list-openings.ts';
import type { SpentBudget } from './meter/budget-meter.ts';
import { type ExplainedLimit, listLimits } from './meter/list-limits.ts';
import type { PlannedOperation } from './ports.ts';

/** What one operation would come to for one caller, without asking any agency. */
export interface Explanation {
  readonly agency: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly withCase: boolean;
  /** Why the glass is broken; null where it is not. */
  readonly breakGlass: string | null;
  readonly policyDigest: string;
  readonly grantDigest: string;
  /** `uid@version`, one an agency at most. */
  readonly agreements: readonly string[];
  /** A line for every place of the answer, in its order. */
  readonly fields: readonly ExplainedField[];
  /** A line for every field that an argument tests or orders by. */
  readonly inputs: readonly ExplainedInput[];
  /** How much the agreements behind it allow at once and in a day. */
  readonly limits: readonly ExplainedLimit[];
}

/** One decision, and what would have to be otherwise for it to be another. */
interface Explained {
  readonly coordinate: string;
  /** allow, mask:name, pointer or deny. */
  readonly decision: string;
  readonly code: string;
  /** The clause, `uid@version#id`; null where none speaks of it. */
  readonly clause: string | null;
  /** What would open a denied field under the caller's agreements of today: a purpose, a case, a broken glass. */
  readonly openedBy: readonly Opening[];
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

/**
 * Explains what a plan rests on. Pure: the same plan, policy, instant and spent budgets give the same explanation.
 *
 * @param spent - what the asker itself has used today; null where nobody in particular asks.
 */
export function explainDecisions(
  planned: Pick<PlannedOperation, 'selected' | 'inputUses'>,
  policy: Policy,
  ask: Ask,
  nowMs: number,
  spent: readonly SpentBudget[] | null = null,
): Explanation {
  const grant = bindGrant(policy, ask, nowMs);
  const listOpenings = findOpenings(policy, ask, nowMs);
  const uses = planned.inputUses.flatMap((position) =>
    (policy.catalogue.inputs.get(position) ?? []).map(({ use, coordinate }) => ({
      position,
      use,
      coordinate,
      decision: grant.decideUse(use, coordinate),
    })),
  );
  return {
    agency: ask.agency,
    role: ask.role,
    purpose: ask.purpose,
    withCase: ask.caseReference !== null,
    breakGlass: ask.breakGlass ?? null,
    policyDigest: grant.policyDigest,
    grantDigest: grant.digest,
    agreements: grant.agreements.map(agreementName),
    fields: planned.selected.map(({ path, coordinate, decision }) => ({
      path: path.join('.'),
      explainId: explainIdOf(grant, coordinate),
      ...explain(coordinate, decision, (other) => other.decide(coordinate)),
    })),
    inputs: uses.map(({ position, use, coordinate, decision }) => ({
      position,
      use,
      ...explain(coordinate, decision, (other) => other.decideUse(use, coordinate)),
    })),
    limits: listLimits(grant, [...planned.selected, ...uses], spent),
  };

  function explain(coordinate: string, decision: Decision, askOther: (grant: Grant) => Decision): Explained {
    const { code, rule, kind } = decision;
    return {
      coordinate,
      decision: decisionInWords(decision),
      code,
      clause: rule === 'default' || rule === 'structure' ? null : rule,
      openedBy: kind === 'deny' ? listOpenings(askOther) : [],
    };
  }
}
