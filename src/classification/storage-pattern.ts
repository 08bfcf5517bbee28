import { HAN_VARIANTS, PUNCTUATION } from './canonical/character-variants.ts';
import { CAVEATS, HAN_LEVELS, HANDLING_MARKS, LATIN_LEVELS, NATO_MARKS, TERM } from './grammar/vocabulary.ts';

const variantsOf = (letter: string, table: ReadonlyMap<string, string>): string =>
  `[${[letter, ...[...table].filter(([, to]) => to === letter).map(([from]) => from)].join('')}]`;

const allOf = (words: readonly string[]): string =>
  words.map((word) => word.replaceAll('\\d', '[0-9]')).join('|');

/**
 * A PostgreSQL regular expression (ARE) that matches plain marks: `机密★1年`, `绝密★`, `SECRET//NOFORN`, `(S//NF)`. It is
 * generated from the vocabulary of the grammar, for a CHECK on text columns, and is the coarse last gate: it stops what
 * was written around the application, undisguised. It neither decodes nor canonicalises, and it stays far from ordinary
 * text, law text included; whatever comes through the application has been through {@link scanText}.
 *
 * It holds no quote and no backslash, so it can stand in an SQL literal as it is. Needs a UTF-8 database.
 */
export function storagePattern(): string {
  const first = HAN_LEVELS.map((level) => variantsOf(level.charAt(0), HAN_VARIANTS)).join('|');
  const level = `(${first}) ?${variantsOf('密', HAN_VARIANTS)}(级|級)?`;
  const term = allOf(
    TERM.map((source) => source.replaceAll('(?:', '(').replaceAll('[-./]\\d', '[./-][0-9]')),
  );
  const start = '(^|[^A-Za-z0-9_])';
  const end = '([^A-Za-z0-9_]|$)';
  return [
    `${level} ?${variantsOf('★', PUNCTUATION)}`,
    `(^|[^*＊])${level} ?[*＊] ?(${term})`,
    '㊙',
    `${start}(${allOf(LATIN_LEVELS)}|TS|CUI) ?// ?[A-Z]`,
    `${start}(${allOf(LATIN_LEVELS)})/(${allOf(CAVEATS)})${end}`,
    `[(](TS|S|C|U)//[A-Z]`,
    `${start}(${allOf([...HANDLING_MARKS, ...NATO_MARKS, 'OFFICIAL-SENSITIVE'])})${end}`,
  ].join('|');
}

/**
 * A PostgreSQL regular expression that matches wherever {@link storagePattern} does, and in little else of what is written
 * in Chinese: 密, a slash, two capitals. It costs a twentieth, so a CHECK asks it first. No quote, no backslash.
 */
export function storageHint(): string {
  return `[${variantsOf('密', HAN_VARIANTS).slice(1, -1)}㊙/]|[A-Z]{2}`;
}

/**
 * A PostgreSQL regular expression for what no code, number or identifier ever holds and every plain mark does: a star, a
 * level in Chinese, `//`. Generated from the same vocabulary as {@link storagePattern}, and cheap enough for a CHECK over
 * all columns of a row that are not free text. No quote, no backslash.
 */
export function storageSigns(): string {
  const stars = variantsOf('★', PUNCTUATION).slice(1, -1);
  const first = HAN_LEVELS.map((level) => variantsOf(level.charAt(0), HAN_VARIANTS).slice(1, -1)).join('');
  return `[${stars}㊙]|[${first}]${variantsOf('密', HAN_VARIANTS)}|//`;
}
