import type { GuardPolicy } from '../verdict.ts';
import { WORD_UNITS } from './vocabulary.ts';

/** One sentence of the mark grammar. */
export interface MarkRule {
  /** Stable name: `cn.mark`, `us.portion`. */
  readonly id: string;
  /** {@link ANCHOR} groups, one of which is in every text that the pattern matches. */
  readonly anchors: number;
  /** Another group, one of which must be there too. */
  readonly also?: number;
  /** What a match means; a key of the policy where the operator may choose. */
  readonly action: 'block' | 'review' | keyof GuardPolicy;
  /**
   * Flags `g` and `m`, on canonical text. Every repetition is bounded, so that matching is linear. Where the match takes
   * in more than the mark, the group `mark` says which part is.
   */
  readonly pattern: RegExp;
  /** A text in which this occurs too is not marked by this rule: `(A) ... (B) ... (C)` lists answers. */
  readonly unless?: RegExp;
}

/** How much a rule may let pass between the letters of a mark; nothing where a drill leaves `separators` out. */
export interface Gaps {
  /** Between two Han characters joined to a star: anything but letters, digits and title brackets. */
  readonly wide: string;
  /** Between a level and its star. */
  readonly beforeStar: string;
  /** Between two Han characters elsewhere. */
  readonly narrow: string;
  /** Between two Latin letters of one word. */
  readonly letter: string;
  /** Between two Latin words of one mark. */
  readonly word: string;
}

/** The gaps of the product. */
export const GAPS: Gaps = {
  wide: `[^${WORD_UNITS}]{0,6}`,
  beforeStar: `[^${WORD_UNITS},。!?]{0,4}`,
  narrow: '[ \\t.·*_~|`+-]{0,3}',
  letter: '[ \\t.·*_~`+-]{0,2}',
  word: '[\\s.·*_~`+-]{0,4}',
};

/** Without the step `separators`. */
export const NO_GAPS: Gaps = { wide: '', beforeStar: '', narrow: '', letter: '', word: ' ' };

/** One of several, the longest first, so that a shorter one does not end the match early. */
export const oneOf = (choices: readonly string[]): string =>
  `(?:${choices.toSorted((a, b) => b.length - a.length).join('|')})`;

/** A pattern of the grammar: global, line by line. */
export const pattern = (...parts: readonly string[]): RegExp => new RegExp(parts.join(''), 'gm');

/** No letter, digit or underscore stands before. */
export const LATIN_START = "(?<![A-Za-z0-9_])(?<![A-Za-z]['-])";
/** No letter, digit or underscore follows. */
export const LATIN_END = "(?![A-Za-z0-9_]|'[A-Za-z]|-[a-z])";
/** No word character stands before. */
export const HAN_START = '(?<![0-9A-Za-z\\u3400-\\u9fff])';
/** A phrase ends here: the end of the line, a space, a closing mark. */
export const PHRASE_END = '(?=$|[\\s。,;!?)\\]}>"\'|/\\\\★*]|\\.[a-z]{2,5}(?![a-z]))';
export const OPEN = '[\\[({<]';
export const CLOSE = '[\\])}>]';
export const HAN = '\\u3400-\\u9fff';

const LEET: Readonly<Record<string, string>> = { S: '[S5$]', E: '[E3]', O: '[O0]', I: '[I1]', A: '[A4@]' };

/** A Latin mark in capitals, its letters spaced out or not. */
export function latinMark(mark: string, gaps: Gaps): string {
  return mark
    .split(' ')
    .map((word) => [...word].map((letter) => LEET[letter] ?? letter).join(gaps.letter))
    .join(gaps.word);
}

/** Any of several Latin marks. */
export const latinMarks = (marks: readonly string[], gaps: Gaps): string =>
  `(?:${marks
    .toSorted((a, b) => b.length - a.length)
    .map((mark) => latinMark(mark, gaps))
    .join('|')})`;

/** The same in any case, for places where a label says that a level follows: `Secret`, `top_secret`. */
export const anyCase = (words: string): string =>
  [...words]
    .map((c) => (/[a-z]/i.test(c) ? `[${c.toUpperCase()}${c.toLowerCase()}]` : c === ' ' ? '[ _-]?' : c))
    .join('');
