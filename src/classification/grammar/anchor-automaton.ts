import { ANCHOR, ANCHOR_WORDS } from './anchor.ts';
import { WORD_UNITS } from './vocabulary.ts';

/**
 * An Aho-Corasick automaton over folded characters: one table look-up a character, whatever the text, so finding the
 * anchors is linear. Punctuation and spaces leave its state unchanged, so `S E C R E T` is found as well as `SECRET`.
 */
export interface AnchorAutomaton {
  /**
   * What follows a state and a symbol, by the place of the state's row plus the symbol: the place of the next state's row
   * in the low {@link GROUP_SHIFT} bits, and the anchor groups that end there above. One look-up a character says both.
   */
  readonly next: Int32Array;
}

/** Bits of a symbol, and symbols in a row of `next`. */
export const SYMBOL_BITS = 7;
const ROW = 1 << SYMBOL_BITS;
/** Where the groups of an entry begin. */
export const GROUP_SHIFT = 18;
/** What a mark may contain inside a word. */
const SKIP = 0;
/** What ends every word: letters and digits of no anchor. All else is skipped, since the grammar may skip it. */
const BREAK = 1;

/** Symbols that stand inside some anchors; elsewhere they end a Latin word, but not a Han one. */
const SOFT = '()/:';
const LEET: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['$', 's'],
  ['@', 'a'],
]);

const SYMBOLS: ReadonlyMap<string, number> = new Map(
  // Latin letters come first: their entries of a row then share one cache line.
  [
    ...new Set([
      ...'abcdefghijklmnopqrstuvwxyz',
      ...SOFT,
      ...LEET.keys(),
      ...ANCHOR_WORDS.flatMap(([word]) => [...word]),
    ]),
  ].map((letter, i) => [letter, i + 2]),
);

/** The symbol of every folded unit. */
export function symbolTable(): Uint8Array {
  const isWord = new RegExp(`[${WORD_UNITS}]`);
  const table = Uint8Array.from({ length: 0x10000 }, (_, code) =>
    (code >= 0x3400 && code <= 0x9fff) || (code < 0x3400 && isWord.test(String.fromCharCode(code)))
      ? BREAK
      : SKIP,
  );
  for (const [letter, symbol] of SYMBOLS) {
    table[letter.charCodeAt(0)] = symbol;
    table[letter.toUpperCase().charCodeAt(0)] = symbol;
  }
  return table;
}

interface Node {
  readonly word: string;
  readonly children: Map<string, Node>;
  readonly index: number;
  groups: number;
  /** The node of the longest proper suffix; null at the root. */
  fallback: Node | null;
}

/** Nodes in breadth-first order, so that a node comes after its fallback. */
function buildTrie(): Node[] {
  const root: Node = { word: '', children: new Map(), index: 0, groups: 0, fallback: null };
  const nodes = [root];
  for (const [word, group] of ANCHOR_WORDS) {
    let node = root;
    for (const letter of word) {
      let child = node.children.get(letter);
      if (child === undefined) {
        child = {
          word: node.word + letter,
          children: new Map(),
          index: nodes.length,
          groups: 0,
          fallback: root,
        };
        node.children.set(letter, child);
        nodes.push(child);
      }
      node = child;
    }
    node.groups |= group;
  }
  return nodes.toSorted((a, b) => a.word.length - b.word.length);
}

/** Builds the automaton; under a thousand states, and at most {@link GROUP_SHIFT} bits for the places of their rows. */
export function buildAnchorAutomaton(): AnchorAutomaton {
  const nodes = buildTrie();
  const follow = (from: Node, letter: string): Node => {
    const child = from.children.get(letter);
    if (child !== undefined) return child;
    return from.fallback === null ? from : follow(from.fallback, letter);
  };
  const isLatin = (node: Node) => /^[a-z]*$/.test(node.word);
  const step = (node: Node, letter: string): Node => {
    const isHan = node.word.charCodeAt(0) > 0x2fff;
    if (isHan && (SOFT.includes(letter) || letter === '$' || letter === '@')) return node;
    const leet = LEET.get(letter);
    if (leet === undefined) return follow(node, letter);
    let target = follow(node, leet);
    while (target.fallback !== null && !isLatin(target)) target = target.fallback;
    return target;
  };
  const next = new Int32Array(nodes.length * ROW);
  for (const node of nodes) {
    for (const [letter, child] of node.children) {
      if (node.fallback !== null) child.fallback = follow(node.fallback, letter);
    }
    node.groups |= node.fallback?.groups ?? 0;
  }
  // A bracket may stand inside 绝(密 and begin (S//NF): the state stays, so the second is taken for seen.
  const besides = (node: Node, letter: string) =>
    letter === '(' && node.word.charCodeAt(0) > 0x2fff ? ANCHOR.portion << GROUP_SHIFT : 0;
  const entryOf = ({ index, groups }: Node) => (groups << GROUP_SHIFT) | (index * ROW);
  for (const node of nodes) {
    const row = node.index * ROW;
    next[row + SKIP] = entryOf(node);
    for (const [letter, symbol] of SYMBOLS)
      next[row + symbol] = entryOf(step(node, letter)) | besides(node, letter);
  }
  return { next };
}
