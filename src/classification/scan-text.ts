import { foldText, unfoldedIndex } from './canonical/fold-text.ts';
import { ANCHOR, MARK_ANCHORS } from './grammar/anchor.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { nameMark } from './grammar/name-mark.ts';
import { findAnchors } from './grammar/find-anchors.ts';
import { cutWindows } from './grammar/cut-windows.ts';
import { findMark, type TableState } from './grammar/mark-grammar.ts';
import { buildEngine, type GuardEngine, productEngine } from './guard-engine.ts';
import type { GuardStep } from './guard-step.ts';
import { DEFAULT_POLICY, type GuardPolicy, PASS, type Verdict } from './verdict.ts';

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
  const inner = decodeText(text, isDisguised, engine);
  return inner.decoded || inner.opaqueAt >= 0;
}

/** Decodings after which the guard stops: three are already no accident. */
const DEEPEST = 3;

/** A text, or what came out of it after `depth` decodings. */
interface Layer {
  readonly text: string;
  readonly depth: number;
  toSource(index: number): number;
}

function scanWith(engine: GuardEngine, text: string, policy: GuardPolicy): Verdict {
  const isFast = !engine.without.has('fast-path');
  let gravest = PASS;
  let layer: Layer | null = { text, depth: 0, toSource: (index) => index };
  while (layer !== null && gravest.verdict !== 'block') {
    const { verdict, next } = readLayer(engine, layer, policy, isFast);
    gravest = graver(gravest, verdict);
    layer = next;
  }
  return gravest;
}

function readLayer(
  engine: GuardEngine,
  layer: Layer,
  policy: GuardPolicy,
  isFast: boolean,
): { verdict: Verdict; next: Layer | null } {
  const { text, depth, toSource } = layer;
  const { groups, mayBeEncoded, isDisguised } = findAnchors(text, engine.reader, false);
  const isOpened = depth < DEEPEST && (mayBeEncoded || !isFast);
  const inner = isOpened ? decodeText(text, isDisguised || !isFast, engine) : null;
  const packed = scanPacked(layer, inner, policy);
  const found =
    packed.verdict === 'block' ? packed : scanLayer(engine, layer, isFast ? groups : ALL_GROUPS, policy);
  const next =
    inner === null || !inner.decoded
      ? null
      : { text: inner.text, depth: depth + 1, toSource: (index: number) => toSource(inner.toSource(index)) };
  return { verdict: graver(packed, found), next };
}

const RANK = { pass: 0, review: 1, block: 2 } as const;

/** The graver of two; the first of equals. */
const graver = (a: Verdict, b: Verdict): Verdict => (RANK[b.verdict] > RANK[a.verdict] ? b : a);

function scanLayer(engine: GuardEngine, layer: Layer, groups: number, policy: GuardPolicy): Verdict {
  if ((groups & MARK_ANCHORS) === 0) return PASS;
  const windows = cutWindows(layer.text);
  const table = { hasLevelColumn: false };
  let gravest = PASS;
  for (const { start, end } of windows) {
    const isKnown = windows.length === 1 || groups === ALL_GROUPS;
    const seen = isKnown ? groups : findAnchors(layer.text, engine.reader, false, start, end).groups;
    if ((seen & ALL_GROUPS) === 0) continue;
    const text = windows.length === 1 ? layer.text : layer.text.slice(start, end);
    gravest = graver(gravest, scanWindow(engine, { ...layer, text }, start, seen, policy, table));
    if (gravest.verdict === 'block') break;
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
): Verdict {
  const canonical = foldText(text, engine.fold);
  const mark = findMark(canonical, groups, engine.grammar, policy, table);
  if (mark === null) return PASS;
  const index = canonical === text ? mark.index : unfoldedIndex(text, engine.fold, mark.index);
  return {
    verdict: mark.action,
    rule: mark.rule,
    position: toSource(start + index),
    canonical: nameMark(mark.matched),
    depth,
  };
}

function scanPacked(layer: Layer, inner: DecodedText | null, policy: GuardPolicy): Verdict {
  if (inner === null || inner.opaqueAt < 0 || policy.opaqueBlob === 'pass') return PASS;
  return {
    verdict: policy.opaqueBlob,
    rule: 'opaque.packed-file',
    position: layer.toSource(inner.opaqueAt),
    canonical: 'packed file',
    depth: layer.depth,
  };
}
