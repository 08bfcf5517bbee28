import { buildFoldTable, buildLightTable, type FoldTable } from './canonical/fold-table.ts';
import { buildAnchorAutomaton } from './grammar/anchor-automaton.ts';
import { type AnchorReader, buildAnchorReader } from './grammar/find-anchors.ts';
import { buildMarkGrammar, type MarkGrammar } from './grammar/mark-grammar.ts';
import { GAPS, NO_GAPS } from './grammar/mark-rule.ts';
import type { LeftOut } from './guard-step.ts';

/** Everything that one scan needs, built once. */
export interface GuardEngine {
  readonly without: LeftOut;
  readonly fold: FoldTable;
  readonly light: FoldTable;
  readonly reader: AnchorReader;
  readonly grammar: MarkGrammar;
}

/** Builds an engine, with all steps but those left out. */
export function buildEngine(without: LeftOut): GuardEngine {
  const fold = buildFoldTable(without);
  const light = buildLightTable(without);
  return {
    without,
    fold,
    light,
    reader: buildAnchorReader(buildAnchorAutomaton(), fold, light),
    grammar: buildMarkGrammar(without.has('separators') ? NO_GAPS : GAPS, fold),
  };
}

let product: GuardEngine | undefined;

/** The engine of the product: nothing left out. Built at first use, so that a command without a scan pays nothing. */
export const productEngine = (): GuardEngine => (product ??= buildEngine(new Set()));
