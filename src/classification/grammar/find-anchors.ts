import { EXPAND, type FoldTable } from '../canonical/fold-table.ts';
import { expand } from '../canonical/fold-text.ts';
import { SHORTEST_RUN, sixBits } from '../decode/base64-lines.ts';
import { MARK_ANCHORS } from './anchor.ts';
import { type AnchorAutomaton, SYMBOL_BITS, symbolTable } from './anchor-automaton.ts';

/** What each raw code unit means to the one pass over a text: its symbol, and flags. */
export interface AnchorReader {
  readonly automaton: AnchorAutomaton;
  readonly kinds: Uint16Array;
  readonly symbols: Uint8Array;
  readonly fold: FoldTable;
}

/** What one pass over a text found. */
export interface Anchors {
  /** Anchor groups seen. */
  readonly groups: number;
  /** Whether something may be encoded: an escape character, or a run long enough for base64. */
  readonly mayBeEncoded: boolean;
  /** Whether invisible or full-width characters may stand inside what is encoded. */
  readonly isDisguised: boolean;
}

const RUN = 1 << SYMBOL_BITS;
const SYMBOL = RUN - 1;
const RARE = RUN << 1;
const TRANSPARENT = RARE;
const TRIGGER = RARE << 1;
const SLOW = RARE << 2;
const DISGUISED = RARE << 3;

const TRIGGERS = new Set([...'%&=\\<\u202e'].map((character) => character.charCodeAt(0)));
const isTrigger = (code: number) => (code >= 0xc2 && code <= 0xf4) || TRIGGERS.has(code);

/** Joins folding, automaton and encoding triggers into one table, so that a clean text costs one look-up a unit. */
export function buildAnchorReader(
  automaton: AnchorAutomaton,
  fold: FoldTable,
  light: FoldTable,
): AnchorReader {
  const symbols = symbolTable();
  const kinds = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    const folded = fold.units[code]!;
    const lit = light.units[code]!;
    let kind = lit === 0 ? TRANSPARENT | RUN : sixBits(lit) >= 0 ? RUN : 0;
    if (isTrigger(lit)) kind |= TRIGGER;
    if (lit !== code) kind |= DISGUISED;
    if (folded === EXPAND) kind |= SLOW;
    else if (folded !== 0) kind |= symbols[folded]!;
    kinds[code] = kind;
  }
  return { automaton, kinds, symbols, fold };
}

/**
 * Reads `text`, or the part of it from `start` to before `end`, once. With `stopAtFirst`, returns as soon as an anchor of a mark is found. The loop takes one rare branch
 * only, because words and spaces alternate too fast for any other to be foreseen.
 */
export function findAnchors(
  text: string,
  reader: AnchorReader,
  stopAtFirst: boolean,
  start = 0,
  end = text.length,
): Anchors {
  const { kinds, symbols } = reader;
  const { next, groups } = reader.automaton;
  const stop = stopAtFirst ? MARK_ANCHORS : 0;
  let state = 0;
  let found = 0;
  let run = 0;
  let runs = 0; // every length that a run had, or-ed: a run of eight or more leaves a bit above the lowest three
  let flags = 0;
  for (let i = start; i < end; i++) {
    let kind = kinds[text.charCodeAt(i)]!;
    if (kind >= RARE) {
      flags |= kind;
      if ((kind & TRANSPARENT) !== 0) run--;
      if ((kind & SLOW) !== 0) {
        const letters = expand(text.codePointAt(i)!, reader.fold);
        if (text.codePointAt(i)! > 0xffff) i++;
        for (let k = 0; k < letters.length; k++) {
          state = next[(state << SYMBOL_BITS) | symbols[letters.charCodeAt(k)]!]!;
          found |= groups[state]!;
        }
        kind &= ~SYMBOL;
      }
    }
    run = (run + 1) & -((kind >> SYMBOL_BITS) & 1);
    runs |= run;
    state = next[(state << SYMBOL_BITS) | (kind & SYMBOL)]!;
    found |= groups[state]!;
    if ((found & stop) !== 0) break;
  }
  return {
    groups: found,
    mayBeEncoded: runs >= SHORTEST_RUN || (flags & TRIGGER) !== 0,
    isDisguised: (flags & DISGUISED) !== 0,
  };
}
