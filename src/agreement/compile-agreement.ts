import type { Agreement } from './agreement.ts';
import { agreementName } from './agreement.ts';
import { ACTIONS, type Action } from './codes.ts';
import type { Decision, DecisionCode } from './grant.ts';
import type { ResolvedAgreement } from './resolve-clauses.ts';

/** By action, then by {@link Coordinate.index}: which of the agreement's decisions holds. */
export type DecisionTable = Readonly<Record<Action, Uint16Array>>;

/** An agreement as decisions read it: two array look-ups, whatever its length. */
export interface CompiledAgreement {
  readonly agreement: Agreement;
  /** The first denies by default. */
  readonly decisions: readonly Decision[];
  readonly withCase: DecisionTable;
  readonly withoutCase: DecisionTable;
}

const BY_DEFAULT = 0;

/**
 * Turns clauses into tables, one for callers with a case reference and one for those without. Prohibitions are written
 * last, so they win; a prohibited read takes every other action with it, because each of them tells about the value.
 */
export function compileAgreement(
  { agreement, permissions, prohibitions }: ResolvedAgreement,
  coordinateCount: number,
): CompiledAgreement {
  const { uid } = agreement;
  const ruleOf = (id: string): string => `${agreementName(agreement)}#${id}`;
  const decisions: Decision[] = [deny('NOT_GRANTED', 'default', uid)];
  const withCase = emptyTable(coordinateCount);
  const withoutCase = emptyTable(coordinateCount);

  for (const { id, actions, mask, requiresCase, coordinates } of permissions) {
    const rule = ruleOf(id);
    const shown: Decision = {
      kind: mask === null ? 'allow' : 'mask',
      mask,
      rule,
      code: mask === null ? 'GRANTED' : 'MASKED',
      agreementUid: uid,
    };
    const used: Decision = { ...shown, kind: 'allow', mask: null, code: 'GRANTED' };
    const first = decisions.push(shown, used, deny('CASE_REQUIRED', rule, uid)) - 3;
    const needsCase = requiresCase || agreement.requiresCase;
    for (const action of actions) {
      const granted = action === 'read' ? first : first + 1;
      for (const { index } of coordinates) {
        withCase[action][index] = granted;
        withoutCase[action][index] = needsCase ? first + 2 : granted;
      }
    }
  }
  for (const { id, actions, coordinates } of prohibitions) {
    const prohibited = decisions.push(deny('PROHIBITED', ruleOf(id), uid)) - 1;
    for (const action of actions.includes('read') ? ACTIONS : actions) {
      for (const { index } of coordinates) {
        withCase[action][index] = prohibited;
        withoutCase[action][index] = prohibited;
      }
    }
  }
  for (const table of [withCase, withoutCase]) hideFromInputs(table, decisions);
  return { agreement, decisions, withCase, withoutCase };
}

/** Filtering and sorting need the value in clear, in the same case: else they would tell what is hidden. */
function hideFromInputs(table: DecisionTable, decisions: readonly Decision[]): void {
  table.read.forEach((read, index) => {
    const { kind } = decisions[read]!;
    if (kind === 'allow') return;
    for (const use of ['filter', 'sort'] as const) {
      if (decisions[table[use][index]!]!.kind === 'allow')
        table[use][index] = kind === 'deny' ? read : BY_DEFAULT;
    }
  });
}

function emptyTable(length: number): Record<Action, Uint16Array> {
  return {
    read: new Uint16Array(length),
    filter: new Uint16Array(length),
    sort: new Uint16Array(length),
    match: new Uint16Array(length),
  };
}

/** A refusal. */
export function deny(code: DecisionCode, rule: string, agreementUid: string | null): Decision {
  return { kind: 'deny', mask: null, rule, code, agreementUid };
}
