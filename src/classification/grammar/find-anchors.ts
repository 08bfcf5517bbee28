import { Buffer } from 'node:buffer';
import { EXPAND, type FoldTable } from '../canonical/fold-table.ts';
import { expand } from '../canonical/fold-text.ts';
import { SHORTEST_RUN, sixBits } from '../decode/base64-lines.ts';
import { MARK_ANCHORS } from './anchor.ts';
import { type AnchorAutomaton, GROUP_SHIFT, SYMBOL_BITS, symbolTable } from './anchor-automaton.ts';
import type { TextWindow } from './cut-windows.ts';

/** What one pass over a text found. */
export interface Anchors {
  /** Anchor groups seen. */
  readonly groups: number;
  /** Whether something may be encoded: an escape character, or a run long enough for base64. */
  readonly mayBeEncoded: boolean;
  /** Whether invisible or full-width characters may stand inside what is encoded. */
  readonly isDisguised: boolean;
}

/** The same, with the groups that each window of the text may hold. */
export interface WindowAnchors extends Anchors {
  readonly groupsOfWindows: readonly number[];
}

const RUN = 1 << SYMBOL_BITS;
const SYMBOL = RUN - 1;
const RARE = RUN << 1;
const TRANSPARENT = RARE;
const TRIGGER = RARE << 1;
const SLOW = RARE << 2;
const DISGUISED = RARE << 3;
const ROW = (1 << GROUP_SHIFT) - 1;

const TRIGGERS = new Set([...'%&=\\<\u202e'].map((character) => character.charCodeAt(0)));
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
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
    // The second half of a pair was read with the first, and alone it is no letter of an anchor.
    if (folded === EXPAND) kind |= isLowSurrogate(code) ? 0 : SLOW;
    else if (folded !== 0) kind |= symbols[folded]!;
    kinds[code] = kind;
  }
  return new AnchorReader(automaton, kinds, symbols, fold);
}

/** Reads `text` once. With `stopAtFirst`, returns as soon as an anchor of a mark is found. */
export function findAnchors(text: string, reader: AnchorReader, stopAtFirst: boolean): Anchors {
  reader.begin();
  reader.read(text, 0, text.length, stopAtFirst ? MARK_ANCHORS : 0);
  return reader.found();
}

/**
 * Reads `text` once, and says what each of its windows holds. An anchor counts for the window that it ends in, and what two
 * windows share is read for both.
 */
export function findWindowAnchors(
  text: string,
  reader: AnchorReader,
  windows: readonly TextWindow[],
): WindowAnchors {
  reader.begin();
  const groupsOfWindows: number[] = [];
  let from = 0;
  let shared = 0;
  for (const [at, { end }] of windows.entries()) {
    const own = shared | reader.read(text, from, windows[at + 1]?.start ?? end);
    shared = reader.read(text, windows[at + 1]?.start ?? end, end);
    groupsOfWindows.push(own | shared);
    from = end;
  }
  return { ...reader.found(), groupsOfWindows };
}

const ROOM = 1 << 14;
/** Units under the reader: an array is read two to three times as fast as a text. Nobody keeps what it holds. */
const room = new Uint16Array(ROOM);
const roomBytes = Buffer.from(room.buffer);
const SHORT = 128;

/** Fills the room with the units of a text from `start` to before `end`, and returns how many. */
function fillRoom(text: string, start: number, end: number): number {
  const count = end - start;
  if (count > SHORT) roomBytes.write(text.slice(start, end), 'utf16le');
  else for (let i = 0; i < count; i++) room[i] = text.charCodeAt(start + i);
  return count;
}

/**
 * What each raw code unit means to the one pass over a text: its symbol, and flags. A pass goes in as many parts as the
 * caller likes; one reader makes one after another, since most texts are too short to be worth an object.
 */
export class AnchorReader {
  private entry = 0;
  private run = 0;
  private runs = 0; // every length that a run had, or-ed: a run of eight or more leaves a bit above the lowest three
  private flags = 0;
  private groups = 0;
  private readonly automaton: AnchorAutomaton;
  private readonly kinds: Uint16Array;
  private readonly symbols: Uint8Array;
  private readonly fold: FoldTable;

  constructor(automaton: AnchorAutomaton, kinds: Uint16Array, symbols: Uint8Array, fold: FoldTable) {
    this.automaton = automaton;
    this.kinds = kinds;
    this.symbols = symbols;
    this.fold = fold;
  }

  begin(): void {
    this.entry = 0;
    this.run = 0;
    this.runs = 0;
    this.flags = 0;
    this.groups = 0;
  }

  /** Reads on, from `start` to before `end` or until one of the groups `stop` is found, and returns the groups found there. */
  read(text: string, start: number, end: number, stop = 0): number {
    let found = 0;
    for (let at = start; at < end && (found & stop) === 0; at += ROOM) {
      found |= this.readUnits(text, at, fillRoom(text, at, Math.min(end, at + ROOM)), stop << GROUP_SHIFT);
    }
    this.groups |= found;
    return found;
  }

  /** The loop takes one rare branch only, because words and spaces alternate too fast for any other to be foreseen. */
  private readUnits(text: string, start: number, count: number, stop: number): number {
    const { kinds } = this;
    const { next } = this.automaton;
    let { entry, run, runs, flags } = this;
    let found = 0;
    for (let i = 0; i < count; i++) {
      let kind = kinds[room[i]!]!;
      if (kind >= RARE) {
        flags |= kind;
        if ((kind & TRANSPARENT) !== 0) run--;
        if ((kind & SLOW) !== 0) {
          entry = this.readExpanded(text.codePointAt(start + i)!, entry);
          found |= entry;
          kind &= ~SYMBOL;
        }
      }
      run = (run + 1) & -((kind >> SYMBOL_BITS) & 1);
      runs |= run;
      entry = next[(entry & ROW) | (kind & SYMBOL)]!;
      found |= entry;
      if ((found & stop) !== 0) break;
    }
    this.entry = entry;
    this.run = run;
    this.runs = runs;
    this.flags = flags;
    return found >>> GROUP_SHIFT;
  }

  /** The entry after all letters of a character, with the groups of every one. Apart from the loop, which it would slow. */
  private readExpanded(codePoint: number, before: number): number {
    const { automaton, symbols, fold } = this;
    const letters = expand(codePoint, fold);
    let entry = before;
    let found = 0;
    for (let k = 0; k < letters.length; k++) {
      entry = automaton.next[(entry & ROW) | symbols[letters.charCodeAt(k)]!]!;
      found |= entry;
    }
    return (found & ~ROW) | (entry & ROW);
  }

  found(): Anchors {
    const { groups, runs, flags } = this;
    return {
      groups,
      mayBeEncoded: runs >= SHORTEST_RUN || (flags & TRIGGER) !== 0,
      isDisguised: (flags & DISGUISED) !== 0,
    };
  }
}
