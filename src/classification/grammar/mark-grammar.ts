import type { FoldTable } from '../canonical/fold-table.ts';
import type { Action, GuardPolicy } from '../verdict.ts';
import { bannerRules } from './foreign-rules.ts';
import { internalRules } from './internal-rules.ts';
import { type ColumnRule, columnRule, labelRules } from './label-rules.ts';
import type { Gaps, MarkRule } from './mark-rule.ts';
import { otherStateRules } from './other-state-rules.ts';
import { portionRules } from './portion-rules.ts';
import { reviewRules } from './review-rules.ts';
import { stateSecretRules } from './state-secret-rules.ts';

/** All rules: those that may block, the column rule, and those that only ask for a look. */
export interface MarkGrammar {
  readonly marks: readonly MarkRule[];
  readonly column: ColumnRule;
  readonly words: readonly MarkRule[];
}

/** A mark in canonical text. */
export interface Finding {
  readonly action: Action;
  readonly rule: string;
  readonly index: number;
  readonly matched: string;
}

export function buildMarkGrammar(gaps: Gaps, fold: FoldTable): MarkGrammar {
  return {
    marks: [
      ...stateSecretRules(gaps),
      ...labelRules(gaps),
      ...internalRules(gaps),
      ...bannerRules(gaps),
      ...portionRules(),
      ...otherStateRules(gaps, fold),
    ],
    column: columnRule(gaps),
    words: reviewRules(),
  };
}

const actionOf = (rule: MarkRule, policy: GuardPolicy): Action =>
  rule.action === 'block' || rule.action === 'review' ? rule.action : policy[rule.action];

/** The gravest finding in canonical text, the earliest of equals; null where nothing is found. */
export function findMark(
  text: string,
  groups: number,
  grammar: MarkGrammar,
  policy: GuardPolicy,
  table: TableState,
): Finding | null {
  let best: Finding | null = null;
  const consider = (action: Action, rule: string, match: RegExpExecArray | null) => {
    if (match === null || action === 'pass') return;
    const matched = match.groups?.['mark'] ?? match[0];
    const index = indexOfMark(text, match, matched);
    if (best !== null && (best.action === action ? best.index <= index : best.action === 'block')) return;
    best = { action, rule, index, matched };
  };
  for (const rule of grammar.marks) {
    if (concerns(rule, groups)) consider(actionOf(rule, policy), rule.id, firstMatch(rule, text));
  }
  consider('block', grammar.column.id, columnMatch(grammar.column, text, groups, table));
  if (best !== null || table.isForReview) return best;
  for (const rule of grammar.words) {
    if (concerns(rule, groups)) consider('review', rule.id, firstMatch(rule, text));
  }
  return best;
}

/** Where the group `mark` stands: inside the match, or before it if a look-behind found it. */
function indexOfMark(text: string, match: RegExpExecArray, mark: string): number {
  if (match.groups === undefined) return match.index;
  return match[0].includes(mark) ? text.indexOf(mark, match.index) : text.lastIndexOf(mark, match.index);
}

const concerns = (rule: Pick<MarkRule, 'anchors' | 'also'>, groups: number): boolean =>
  (rule.anchors & groups) !== 0 && (rule.also === undefined || (rule.also & groups) !== 0);

function firstMatch(rule: MarkRule, text: string): RegExpExecArray | null {
  rule.pattern.lastIndex = 0;
  const match = rule.pattern.exec(text);
  return match !== null && rule.unless?.test(text) === true ? null : match;
}

/** What one window of a text tells the next. */
export interface TableState {
  /** A column of levels has been named. */
  hasLevelColumn: boolean;
  /** A window has asked for a look already, so only a block would be news. */
  isForReview: boolean;
}

function columnMatch(
  rule: ColumnRule,
  text: string,
  groups: number,
  table: TableState,
): RegExpExecArray | null {
  let from = 0;
  if (!table.hasLevelColumn) {
    rule.header.lastIndex = 0;
    if ((groups & rule.also) === 0 || rule.header.exec(text) === null) return null;
    table.hasLevelColumn = true;
    from = text.indexOf('\n', rule.header.lastIndex);
  }
  if (from < 0 || (groups & rule.anchors) === 0) return null;
  rule.cell.lastIndex = from;
  return rule.cell.exec(text);
}
