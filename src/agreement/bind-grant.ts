import { canonicalJson, sha256Hex } from '../base/index.ts';
import { agreementName, type Agreement, type BreakGlass, type RowScope } from './agreement.ts';
import { openedBy } from './catalogue.ts';
import { auditsAll, PUBLIC_ASSIGNEE, type Action, type BreakGlassReason, type Use } from './codes.ts';
import { deny, type CompiledAgreement, type DecisionTable } from './compile-agreement.ts';
import type { Ask, Decision, Grant } from './grant.ts';
import { classKey, type Policy } from './policy.ts';
import { tiesOf } from './row-ties.ts';

const STRUCTURE: Decision = {
  kind: 'allow',
  mask: null,
  rule: 'structure',
  code: 'GRANTED',
  agreementUid: null,
};
const UNKNOWN = deny('NOT_GRANTED', 'default', null);
const TYPE_NAME = '.__typename';
const READ = { isAct: false };

/** One of the class's agreements, and how it stands to this ask at this instant. */
interface Candidate {
  readonly compiled: CompiledAgreement;
  readonly table: DecisionTable;
  readonly isInForce: boolean;
  readonly servesPurpose: boolean;
}

/**
 * What `ask` may do at `nowMs`: of each agency exactly one agreement, or none. Two agreements are never added up: rows
 * of the one with fields of the other would be more than either grants.
 */
export function bindGrant(policy: Policy, ask: Ask, nowMs: number): Grant {
  const candidates = findCandidates(policy, ask, nowMs);
  const bound = new Map<string, Candidate>();
  for (const [assigner, group] of Map.groupBy(candidates, ({ compiled }) => compiled.agreement.assigner)) {
    const [first, ...others] = group.filter(({ isInForce, servesPurpose }) => isInForce && servesPurpose);
    if (first !== undefined && others.length === 0) bound.set(assigner, first);
  }
  const inOrder = [...bound.values()].map(({ compiled }) => compiled.agreement);
  const { byName, types } = policy.catalogue;

  function look(action: Action, coordinate: string): Decision {
    const facts = byName.get(coordinate);
    if (facts === undefined) return isTypeName(coordinate) ? STRUCTURE : UNKNOWN;
    if (facts.isStructure) return STRUCTURE;
    const candidate = bound.get(facts.owner);
    const decision = candidate?.compiled.decisions[candidate.table[action][facts.index]!];
    const decided =
      decision !== undefined && decision.rule !== 'default'
        ? decision
        : explainDenial(candidates, facts.owner, action, facts.index, decision ?? null);
    return settleVisibility(decided, facts.isHidden, ask);
  }

  function isTypeName(coordinate: string): boolean {
    return coordinate.endsWith(TYPE_NAME) && types.has(coordinate.slice(0, -TYPE_NAME.length));
  }

  return {
    digest: digestOf(policy, ask, candidates, inOrder.map(agreementName)),
    policyDigest: policy.digest,
    ask,
    agreements: inOrder.map(({ uid, version, sha256, assigner, budget, ceiling, handling, breakGlass }) => ({
      uid,
      version,
      sha256,
      assigner,
      budget,
      ceiling,
      handling,
      breakGlassMs: breakGlass?.sessionMs ?? null,
    })),
    decide: (coordinate) => look(openedBy(byName.get(coordinate) ?? READ), coordinate),
    decideUse: (use: Use, coordinate) => look(use, coordinate),
    scopes: new Map<string, RowScope>(
      inOrder.flatMap(({ rows }) => [...rows]).filter(([, scope]) => tiesOf(scope, ask) !== null),
    ),
  };
}

/** A hidden field is unknown to whoever is not granted it. Who audits all must know what there is: to them it is denied. */
function settleVisibility(decision: Decision, isHidden: boolean, ask: Ask): Decision {
  if (auditsAll(ask)) return decision.code === 'INVISIBLE' ? { ...decision, code: 'PROHIBITED' } : decision;
  return isHidden && decision.kind === 'deny' ? { ...decision, code: 'INVISIBLE' } : decision;
}

/** The instants at which an agreement of the ask's class begins or ends to be in force. */
export function listChangesOfForce(policy: Policy, ask: Ask): readonly number[] {
  return findCandidates(policy, ask, 0).flatMap(({ compiled: { agreement } }) => [
    agreement.validFromMs,
    agreement.validUntilMs,
    suspendedFromMs(policy, agreement),
  ]);
}

function findCandidates(
  policy: Policy,
  { agency, role, purpose, caseReference, breakGlass }: Ask,
  nowMs: number,
): Candidate[] {
  const assignee = agency ?? (role === 'public' ? PUBLIC_ASSIGNEE : '');
  const ofClass = policy.byClass.get(classKey(assignee, role)) ?? [];
  const serving = ofClass.filter(({ agreement }) => servesGlass(agreement.breakGlass, breakGlass));
  return serving.map((compiled) => {
    const { purposes, validFromMs, validUntilMs } = compiled.agreement;
    return {
      compiled,
      table: caseReference === null ? compiled.withoutCase : compiled.withCase,
      isInForce:
        validFromMs <= nowMs && nowMs < validUntilMs && nowMs < suspendedFromMs(policy, compiled.agreement),
      servesPurpose: purposes === null || purposes.some((served) => served === purpose),
    };
  });
}

/** The instant from which the agreement is suspended; none, where it is not. */
function suspendedFromMs({ suspensions }: Policy, agreement: Agreement): number {
  return suspensions.get(agreementName(agreement))?.fromMs ?? Number.POSITIVE_INFINITY;
}

/** Who breaks the glass has the agreements for that and no others; who does not, never has them. */
function servesGlass(served: BreakGlass | null, reason: BreakGlassReason | undefined): boolean {
  return reason === undefined ? served === null : (served?.reasons.includes(reason) ?? false);
}

/** Whether another of the caller's own agreements would have granted it, and what keeps that one from doing so. */
function explainDenial(
  candidates: readonly Candidate[],
  owner: string,
  action: Action,
  index: number,
  bound: Decision | null,
): Decision {
  const granting = candidates.filter(
    ({ compiled: { agreement, decisions, withCase } }) =>
      agreement.assigner === owner && decisions[withCase[action][index]!]!.kind !== 'deny',
  );
  const otherPurpose = granting.find(({ isInForce, servesPurpose }) => isInForce && !servesPurpose);
  const otherTime = granting.find(({ isInForce, servesPurpose }) => !isInForce && servesPurpose);
  if (otherTime !== undefined && bound === null) {
    return deny('NOT_IN_FORCE', 'default', otherTime.compiled.agreement.uid);
  }
  if (otherPurpose !== undefined) {
    return deny('PURPOSE_NOT_GRANTED', 'default', otherPurpose.compiled.agreement.uid);
  }
  return bound ?? deny('NO_AGREEMENT', 'default', null);
}

/** The state of every candidate counts: the code of a refusal depends on it. Which case it is does not: no decision does. */
function digestOf(
  policy: Policy,
  ask: Ask,
  candidates: readonly Candidate[],
  bound: readonly string[],
): string {
  const state = {
    policy: policy.digest,
    class: { agency: ask.agency, role: ask.role, purpose: ask.purpose },
    hasCase: ask.caseReference !== null,
    ...(ask.breakGlass !== undefined && { breakGlass: ask.breakGlass }),
    bound,
    inForce: candidates.map(({ isInForce }) => isInForce),
  };
  return sha256Hex(canonicalJson(state));
}
