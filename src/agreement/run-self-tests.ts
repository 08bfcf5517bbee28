import { describeMask, describeStatistic } from '../masking/index.ts';
import type { AgreementFile } from './agreement-file.ts';
import { bindGrant } from './bind-grant.ts';
import type { Catalogue } from './catalogue.ts';
import { ACTIONS, PUBLIC_ASSIGNEE, USES, type Action, type Use } from './codes.ts';
import type { CompiledAgreement } from './compile-agreement.ts';
import type { Decision, Grant } from './grant.ts';
import { assemblePolicy } from './policy.ts';

type SelfTest = AgreementFile['tests'][number];

/** Runs an agreement's own tests, with no other agreement about, at the instant at which it begins. */
export function runSelfTests(compiled: CompiledAgreement, catalogue: Catalogue): readonly string[] {
  const { agreement } = compiled;
  const policy = assemblePolicy([compiled], catalogue);
  return agreement.file.tests.flatMap((test, position) => {
    const { role, purpose, caseReference } = test.caller;
    const ask = {
      agency: agreement.assignee === PUBLIC_ASSIGNEE ? null : agreement.assignee,
      role,
      purpose: purpose ?? null,
      caseReference: caseReference ? 'self-test' : null,
      ...(agreement.breakGlass !== null && { breakGlass: agreement.breakGlass.reasons[0]! }),
    };
    const grant = bindGrant(policy, ask, agreement.validFromMs);
    if (test.rows !== undefined) return testRows(test.rows, test.expect, grant, catalogue, position);
    const { coordinate, use, action } = questionOf(test);
    if (!catalogue.byName.has(coordinate)) return [`tests[${position}]: ${coordinate} is not in the schema`];
    const decision = use === null ? grant.decide(coordinate) : grant.decideUse(use, coordinate);
    const answers = answersOf(decision);
    return answers.includes(test.expect)
      ? []
      : [`tests[${position}]: ${action} ${coordinate} expects ${test.expect}, and is ${answers.at(-1)}`];
  });
}

function testRows(
  typeName: string,
  expected: string,
  { scopes }: Grant,
  { types }: Catalogue,
  position: number,
): string[] {
  if (!types.has(typeName)) return [`tests[${position}]: ${typeName} is not in the schema`];
  const answer = scopes.has(typeName) ? 'allow' : 'deny';
  return answer === expected
    ? []
    : [`tests[${position}]: rows ${typeName} expects ${expected}, and is ${answer}`];
}

function questionOf(test: SelfTest): { coordinate: string; use: Use | null; action: Action } {
  const action = ACTIONS.find((name) => test[name] !== undefined) ?? 'read';
  return { coordinate: test[action] ?? '', use: USES.find((name) => name === action) ?? null, action };
}

function answersOf({ kind, mask, code, statistic }: Decision): readonly string[] {
  if (kind === 'deny') return ['deny', `deny:${code}`];
  if (kind === 'pointer') return ['pointer'];
  if (statistic !== undefined) return [describeStatistic(statistic)];
  return mask === null ? ['allow'] : [`mask:${describeMask(mask)}`];
}
