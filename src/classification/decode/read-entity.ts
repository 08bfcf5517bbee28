import { hexDigit, type RunReader } from './reader.ts';

/** The named entities that can write part of a mark; the other two thousand cannot. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    Tab: '\t',
    NewLine: '\n',
    star: '★',
    starf: '★',
    bigstar: '★',
    ast: '*',
    midast: '*',
    lowast: '*',
    shy: '',
    zwj: '',
    zwnj: '',
    lrm: '',
    rlm: '',
    NoBreak: '',
    ZeroWidthSpace: '',
    middot: '·',
    centerdot: '·',
    period: '.',
    sol: '/',
    bsol: '\\',
    lpar: '(',
    rpar: ')',
    lbrack: '[',
    lsqb: '[',
    rbrack: ']',
    rsqb: ']',
    colon: ':',
    equals: '=',
    plus: '+',
    num: '#',
    percnt: '%',
    hyphen: '-',
    dash: '-',
    ndash: '-',
    mdash: '-',
    lowbar: '_',
    vert: '|',
    verbar: '|',
    Scy: 'Ѕ',
    DScy: 'Ѕ',
    IEcy: 'Е',
    Tcy: 'Т',
    Ocy: 'О',
    Rcy: 'Р',
    Acy: 'А',
    Omicron: 'O',
    Epsilon: 'E',
    Tau: 'T',
    Rho: 'P',
    Iota: 'I',
    Nu: 'N',
    Alpha: 'A',
  }),
);
const STYLED = /^([A-Za-z])(?:scr|fr|opf)$/;
const LONGEST_NAME = 16;

const nameToText = (name: string): string | undefined => NAMED.get(name) ?? STYLED.exec(name)?.[1];
const isLetter = (code: number) => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** `&#26426;`, `&#x673A;`, `&starf;`; browsers take a numeric one without its semicolon, so does this. */
export const readEntity: RunReader = (text, start, out) => {
  let at = start + 1;
  if (text.charCodeAt(at) === 0x23) return readNumeric(text, start, out);
  while (isLetter(text.charCodeAt(at)) && at - start <= LONGEST_NAME) at++;
  if (at === start + 1 || text.charCodeAt(at) !== 0x3b) return start;
  const meaning = nameToText(text.slice(start + 1, at));
  if (meaning === undefined) return start;
  out.pushText(meaning);
  return at + 1;
};

function readNumeric(text: string, start: number, out: Parameters<RunReader>[2]): number {
  const isHex = (text.charCodeAt(start + 2) | 0x20) === 0x78;
  const base = isHex ? 16 : 10;
  const first = start + (isHex ? 3 : 2);
  let at = first;
  let codePoint = 0;
  for (;;) {
    const digit = at < text.length ? hexDigit(text.charCodeAt(at)) : -1;
    if (digit < 0 || digit >= base) break;
    if (codePoint <= 0x10ffff) codePoint = codePoint * base + digit;
    at++;
  }
  if (at === first || codePoint > 0x10ffff) return start;
  out.pushCodePoint(codePoint);
  return text.charCodeAt(at) === 0x3b ? at + 1 : at;
}
