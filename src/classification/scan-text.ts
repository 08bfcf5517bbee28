import { foldText, unfoldedIndex } from './canonical/fold-text.ts';
import { ANCHOR, MARK_ANCHORS } from './grammar/anchor.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { nameMark } from './grammar/name-mark.ts';
import { findAnchors, findWindowAnchors } from './grammar/find-anchors.ts';
import { cutWindows, type TextWindow } from './grammar/cut-windows.ts';
import { findMark, type TableState } from './grammar/mark-grammar.ts';
import { buildEngine, type GuardEngine, productEngine } from './guard-engine.ts';
import type { GuardStep } from './guard-step.ts';
import { type Action, DEFAULT_POLICY, type GuardPolicy, PASS, type Verdict } from './verdict.ts';

const ALL_GROUPS = MARK_ANCHORS | ANCHOR.labelName;

/**
 * Looks for secrecy marks in a text: Chinese state secrets, work secrets and internal matter, US, UK, NATO and other
 * banners and portion marks, however they are spaced, disguised or encoded (up to three encodings deep). Linear in the
 * length of the text, and never throws.
 *
 * @returns the gravest finding; in the least encoded layer that has one, the earliest.
 */
export function scanText(text: string, policy: GuardPolicy = DEFAULT_POLICY): Verdict {
  return scanWith(productEngine(), text, policy);
}

/**
 * Whether a text may carry a mark, in one pass without building anything: what a caller asks of every cell before it
 * asks {@link scanText}. Never false for a text that would block.
 */
export function mayCarryMark(text: string): boolean {
  return mayCarry(productEngine(), text);
}

/**
 * The scan with some steps left out. For drills and tests, which show that a step is what catches its example; the
 * product never calls it.
 */
export function scanWithout(
  steps: readonly GuardStep[],
  text: string,
  policy: GuardPolicy = DEFAULT_POLICY,
): Verdict {
  return scanWith(crippledEngine(steps), text, policy);
}

const crippled = new Map<string, GuardEngine>();

function crippledEngine(steps: readonly GuardStep[]): GuardEngine {
  const key = steps.toSorted().join(' ');
  const engine = crippled.get(key) ?? buildEngine(new Set(steps));
  crippled.set(key, engine);
  return engine;
}

function mayCarry(engine: GuardEngine, text: string): boolean {
  const { groups, mayBeEncoded, isDisguised } = findAnchors(text, engine.reader, true);
  if ((groups & MARK_ANCHORS) !== 0) return true;
  if (!mayBeEncoded) return false;
  return decodeText(text, isDisguised, engine) !== null;
}

/** Decodings after which the guard stops: three are already no accident. */
const DEEPEST = 3;

/** A text, or what came out of it after `depth` decodings. */
interface Layer {
  readonly text: string;
  readonly depth: number;
  toSource(index: number): number;
}

/** A finding whose place is not worked out yet: that costs another decoding of every layer, so only the last one asks. */
interface Found {
  readonly action: Action;
  readonly rule: string;
  readonly canonical: string;
  readonly depth: number;
  locate(): number;
}

function scanWith(engine: GuardEngine, text: string, policy: GuardPolicy): Verdict {
  const isFast = !engine.without.has('fast-path');
  let gravest: Found | null = null;
  let layer: Layer | null = { text, depth: 0, toSource: (index) => index };
  while (layer !== null && gravest?.action !== 'block') {
    const { found, next } = readLayer(engine, layer, policy, isFast);
    gravest = graver(gravest, found);
    layer = next;
  }
  if (gravest === null) return PASS;
  const { action, rule, canonical, depth } = gravest;
  return { verdict: action, rule, position: gravest.locate(), canonical, depth };
}

function readLayer(
  engine: GuardEngine,
  layer: Layer,
  policy: GuardPolicy,
  isFast: boolean,
): { found: Found | null; next: Layer | null } {
  const { text, depth, toSource } = layer;
  const windows = cutWindows(text);
  const { groupsOfWindows, mayBeEncoded, isDisguised } = findWindowAnchors(text, engine.reader, windows);
  const isOpened = depth < DEEPEST && (mayBeEncoded || !isFast);
  const inner = isOpened ? decodeText(text, isDisguised || !isFast, engine) : null;
  const packed = findPacked(layer, inner, policy);
  const found =
    packed?.action === 'block'
      ? packed
      : scanLayer(engine, layer, windows, isFast ? groupsOfWindows : null, policy);
  const next =
    inner === null || !inner.decoded
      ? null
      : { text: inner.text, depth: depth + 1, toSource: (index: number) => toSource(inner.toSource(index)) };
  return { found: graver(packed, found), next };
}

const rankOf = (found: Found | null): number => (found === null ? 0 : found.action === 'block' ? 2 : 1);

/** The graver of two; the first of equals. */
const graver = (a: Found | null, b: Found | null): Found | null => (rankOf(b) > rankOf(a) ? b : a);

/** Windows without an anchor pass unread; where `groupsOfWindows` is null, none do. */
function scanLayer(
  engine: GuardEngine,
  layer: Layer,
  windows: readonly TextWindow[],
  groupsOfWindows: readonly number[] | null,
  policy: GuardPolicy,
): Found | null {
  if (groupsOfWindows?.every((groups) => (groups & MARK_ANCHORS) === 0) === true) return null;
  const table = { hasLevelColumn: false, isForReview: false };
  let gravest: Found | null = null;
  for (const [at, { start, end }] of windows.entries()) {
    const groups = groupsOfWindows?.[at] ?? ALL_GROUPS;
    if (groups === 0) continue;
    const text = windows.length === 1 ? layer.text : layer.text.slice(start, end);
    gravest = graver(gravest, scanWindow(engine, { ...layer, text }, start, groups, policy, table));
    if (gravest?.action === 'block') break;
    table.isForReview = gravest !== null;
  }
  return gravest;
}

function scanWindow(
  engine: GuardEngine,
  { text, depth, toSource }: Layer,
  start: number,
  groups: number,
  policy: GuardPolicy,
  table: TableState,
): Found | null {
  const canonical = foldText(text, engine.fold);
  const mark = findMark(canonical, groups, engine.grammar, policy, table);
  if (mark === null) return null;
  const { action, rule, index, matched } = mark;
  const locate = () =>
    toSource(start + (canonical === text ? index : unfoldedIndex(text, engine.fold, index)));
  return { action, rule, canonical: nameMark(matched), depth, locate };
}

function findPacked(layer: Layer, inner: DecodedText | null, policy: GuardPolicy): Found | null {
  if (inner === null || inner.opaqueAt < 0 || policy.opaqueBlob === 'pass') return null;
  const { opaqueAt } = inner;
  return {
    action: policy.opaqueBlob,
    rule: 'opaque.packed-file',
    canonical: 'packed file',
    depth: layer.depth,
    locate: () => layer.toSource(opaqueAt),
  };
}
