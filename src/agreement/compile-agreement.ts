import type { Agreement } from './agreement.ts';
import { agreementName } from './agreement.ts';
import { ACTIONS, type Action } from './codes.ts';
import type { Contact, Decision, DecisionCode } from './grant.ts';
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
/** How far before the refusal of its clause the decision of an action stands. */
const PLACES_BEFORE: Readonly<Record<Action, number>> = {
  read: 3,
  filter: 2,
  sort: 2,
  match: 2,
  group: 2,
  aggregate: 1,
  act: 2,
};

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

  for (const clause of permissions) {
    const { id, actions, mask, contact, requiresCase, limitPerDay, statistic, coordinates } = clause;
    const rule = ruleOf(id);
    const used: Decision = { kind: 'allow', mask: null, rule, code: 'GRANTED', agreementUid: uid };
    const shown: Decision = mask === null ? used : { ...used, kind: 'mask', mask, code: 'MASKED' };
    const read = contact === null ? shown : point(rule, { agency: agreement.assigner, text: contact }, uid);
    const bound = limitPerDay === null ? {} : { limitPerDay };
    const ofGroups: Decision = statistic === null ? used : { ...used, code: 'AGGREGATED', statistic };
    const granting = [
      { ...read, ...bound },
      { ...used, ...bound },
      { ...ofGroups, ...bound },
    ];
    const refused = decisions.push(...granting, deny('CASE_REQUIRED', rule, uid)) - 1;
    const needsCase = requiresCase || agreement.requiresCase;
    for (const action of actions) {
      const granted = refused - PLACES_BEFORE[action];
      for (const { index, statistic: number } of coordinates) {
        // To sum up a number about rows is to show it, as a number of groups.
        const opened: Action[] = action === 'aggregate' && number !== null ? ['aggregate', 'read'] : [action];
        for (const each of opened) {
          withCase[each][index] = granted;
          withoutCase[each][index] = needsCase ? refused : granted;
        }
      }
    }
  }
  for (const { id, actions, isInvisible, coordinates } of prohibitions) {
    const code = isInvisible ? 'INVISIBLE' : 'PROHIBITED';
    const prohibited = decisions.push(deny(code, ruleOf(id), uid)) - 1;
    for (const action of actions.includes('read') ? ACTIONS : actions) {
      for (const { index, statistic } of coordinates) {
        if (action === 'aggregate' && statistic !== null) closeNumber(index, prohibited);
        withCase[action][index] = prohibited;
        withoutCase[action][index] = prohibited;
      }
    }
  }
  for (const table of [withCase, withoutCase]) hideFromInputs(table, decisions);
  return { agreement, decisions, withCase, withoutCase };

  /** Where a number is not to be summed up, it is not shown as a number of groups either. */
  function closeNumber(index: number, prohibited: number): void {
    for (const table of [withCase, withoutCase])
      if (decisions[table.read[index]!]!.statistic !== undefined) table.read[index] = prohibited;
  }
}

/**
 * Filtering, sorting and grouping need the value in clear, in the same case: else they would tell what is hidden. Groups
 * may also be of a field that is shown nowhere and agreed to be summed up by.
 */
function hideFromInputs(table: DecisionTable, decisions: readonly Decision[]): void {
  table.read.forEach((read, index) => {
    const { kind, statistic } = decisions[read]!;
    if (kind === 'allow' && statistic === undefined) return;
    const isSummedOnly = read === BY_DEFAULT && decisions[table.aggregate[index]!]!.kind === 'allow';
    for (const use of ['filter', 'sort', 'group'] as const) {
      if (decisions[table[use][index]!]!.kind !== 'allow' || (use === 'group' && isSummedOnly)) continue;
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
    group: new Uint16Array(length),
    aggregate: new Uint16Array(length),
    act: new Uint16Array(length),
  };
}

/** A refusal. */
export function deny(code: DecisionCode, rule: string, agreementUid: string | null): Decision {
  return { kind: 'deny', mask: null, rule, code, agreementUid };
}

function point(rule: string, contact: Contact, agreementUid: string): Decision {
  return { kind: 'pointer', mask: null, rule, code: 'POINTER', agreementUid, contact };
}
