import cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { FieldFacts, Question } from '../reference/interpret.ts';
import type { CedarPolicies } from './translate.ts';

const UNKNOWN: FieldFacts = {
  owner: 'nobody',
  isStructure: false,
  isAct: false,
  isHidden: false,
  isStatistic: false,
  comesWithItsType: true,
};

/** What Cedar says, and the policies that made it say so. */
export interface CedarVerdict {
  readonly isAllowed: boolean;
  readonly reasons: readonly string[];
}

/** Loads policies into Cedar. Loading others replaces them. */
export function loadCedar(
  policies: CedarPolicies,
  fields: ReadonlyMap<string, FieldFacts>,
): (question: Question) => CedarVerdict {
  const loaded = cedar.preparsePolicySet('agreements', { staticPolicies: policies });
  if (loaded.type === 'failure') throw new Error(JSON.stringify(loaded.errors));
  return (question) => ask(question, fields.get(question.coordinate));
}

function ask(
  { agency, role, purpose, hasCase, breakGlass, nowMs, action, coordinate }: Question,
  field: FieldFacts | undefined,
): CedarVerdict {
  const principal = { type: 'Caller', id: 'asker' };
  const resource = { type: 'Field', id: coordinate };
  const typeOf = { type: 'Type', id: coordinate.split('.')[0]! };
  const answer = cedar.statefulIsAuthorized({
    principal,
    action: { type: 'Action', id: action },
    resource,
    context: {
      hasCase,
      now: { __extn: { fn: 'datetime', arg: new Date(nowMs).toISOString() } },
      ...(purpose !== null && { purpose }),
      ...(breakGlass !== undefined && { breakGlass }),
    },
    preparsedPolicySetId: 'agreements',
    entities: [
      {
        uid: principal,
        attrs: { agency: agency ?? (role === 'public' ? 'AG-PUBLIC' : 'nobody'), role },
        parents: [],
      },
      { uid: resource, attrs: { ...(field ?? UNKNOWN) }, parents: [typeOf] },
    ],
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) throw new Error(JSON.stringify(diagnostics.errors));
  return { isAllowed: decision === 'allow', reasons: diagnostics.reason };
}
