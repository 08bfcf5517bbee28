import type { LeftOut } from '../guard-step.ts';
import { BOXED_ALPHABETS, CONFUSABLES, HAN_VARIANTS, PUNCTUATION } from './character-variants.ts';
import { decomposeUnits, OTHER_UNITS, unitsMatching } from './unicode-classes.ts';

/** What each UTF-16 code unit counts as. The two lowest values are not characters but instructions. */
export interface FoldTable {
  readonly units: Uint16Array;
  /** Units that fold to several. */
  readonly expansions: ReadonlyMap<number, string>;
  /** Folds a code point beyond the basic plane. */
  foldAstral(codePoint: number): string;
}

/** The unit vanishes. */
export const DROP = 0;
/** The unit folds to several, or begins a surrogate pair: look further. */
export const EXPAND = 1;

const LONGEST_EXPANSION = 4;
const CIRCLED_SECRET = 0x3299; // NFKC would make an ordinary 秘 of it, and the mark would be lost
const NEWLINES = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]);
/** Default-ignorable characters that Unicode does not call format characters. */
const IGNORABLE = new Set([0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0, 0xfffc]);

interface UnitClasses {
  readonly blanks: ReadonlySet<number>;
  readonly hidden: ReadonlySet<number>;
  readonly marks: ReadonlySet<number>;
}

const isSelector = (code: number) =>
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0x180b && code <= 0x180f) ||
  (code >= 0xe0100 && code <= 0xe01ef);

const findClasses = (): UnitClasses => ({
  blanks: unitsMatching('\\p{Zs}\\u2800'),
  hidden: new Set([...unitsMatching('\\p{Cf}'), ...IGNORABLE, ...OTHER_UNITS.filter(isSelector)]),
  marks: unitsMatching('\\p{Mn}\\p{Me}'),
});

const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code <= 0x9f);

const foldLetters = (letters: string, without: LeftOut): string => {
  let folded = '';
  for (const letter of letters) {
    folded +=
      (without.has('confusables') ? undefined : CONFUSABLES.get(letter)) ??
      (without.has('traditional') ? undefined : HAN_VARIANTS.get(letter)) ??
      PUNCTUATION.get(letter) ??
      letter;
  }
  return folded;
};

function foldUnit(code: number, decomposed: string, classes: UnitClasses, without: LeftOut): string {
  const itself = String.fromCharCode(code);
  if (NEWLINES.has(code)) return '\n';
  if (code === 0x09 || code === CIRCLED_SECRET) return itself;
  if (isControl(code)) return '';
  if (classes.hidden.has(code)) return without.has('invisible') ? itself : '';
  if (classes.marks.has(code)) return without.has('overlays') ? itself : '';
  if (classes.blanks.has(code)) return ' ';
  const letters = without.has('compatibility') || decomposed.length > LONGEST_EXPANSION ? itself : decomposed;
  return foldLetters(letters, without);
}

/** Builds the table for every step but those left out. */
export function buildFoldTable(without: LeftOut): FoldTable {
  const units = Uint16Array.from({ length: 0x10000 }, (_, code) =>
    code >= 0xd800 && code <= 0xdfff ? EXPAND : code,
  );
  const expansions = new Map<number, string>();
  const decomposed = decomposeUnits();
  const classes = findClasses();
  for (const code of OTHER_UNITS) {
    const folded = foldUnit(code, decomposed.get(code) ?? '', classes, without);
    if (folded.length > 1) {
      units[code] = EXPAND;
      expansions.set(code, folded);
    } else units[code] = folded === '' ? DROP : folded.charCodeAt(0);
  }
  if (!without.has('traditional')) {
    for (const [from, to] of HAN_VARIANTS) units[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  const remembered = new Map<number, string>();
  return { units, expansions, foldAstral: (codePoint) => foldAstral(codePoint, without, remembered) };
}

/** Letters, stars and compatibility ideographs beyond the basic plane: few, so what they fold to is remembered. */
const isLetterBlock = (codePoint: number) =>
  (codePoint >= 0x1d400 && codePoint <= 0x1d7ff) ||
  (codePoint >= 0x1f000 && codePoint <= 0x1faff) ||
  (codePoint >= 0x2f800 && codePoint <= 0x2fa1f);

function foldAstral(codePoint: number, without: LeftOut, remembered: Map<number, string>): string {
  const known = remembered.get(codePoint);
  if (known !== undefined) return known;
  const itself = String.fromCodePoint(codePoint);
  if (isLetterBlock(codePoint)) {
    const boxed = BOXED_ALPHABETS.find((first) => codePoint >= first && codePoint < first + 26);
    const plain =
      boxed === undefined ? itself.normalize('NFKC') : String.fromCharCode(0x41 + codePoint - boxed);
    const folded = foldLetters(without.has('compatibility') ? itself : plain, without);
    remembered.set(codePoint, folded);
    return folded;
  }
  if (isSelector(codePoint) || /\p{Cf}/u.test(itself)) return without.has('invisible') ? itself : '';
  return /[\p{Mn}\p{Me}]/u.test(itself) && !without.has('overlays') ? '' : itself;
}

/**
 * The light table by which encoded runs are read: full-width ASCII becomes ASCII, invisible characters vanish, all
 * else stays, because the full table would destroy the bytes of mojibake.
 */
export function buildLightTable(without: LeftOut): FoldTable {
  const units = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code++) {
    if (!without.has('compatibility')) units[code] = code - 0xfee0;
  }
  for (const code of without.has('invisible') ? [] : findClasses().hidden) {
    const isOverride = code === 0x202e || code === 0x202c;
    if (code >= 0x200b && !isOverride) units[code] = DROP; // below are bytes of mojibake
  }
  units[0] = DROP;
  return { units, expansions: new Map(), foldAstral: (codePoint) => String.fromCodePoint(codePoint) };
}
