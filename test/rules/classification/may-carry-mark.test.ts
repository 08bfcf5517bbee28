import fc from 'fast-check';
import { mayCarryMark, scanText, scanWithout } from '../../../src/classification/index.ts';
import { INNOCENT_TEXTS } from './innocent-texts.ts';
import { MARKED_TEXTS } from './marked-texts.ts';

const marked = fc.constantFrom(...MARKED_TEXTS.map(([text]) => text));
const innocent = fc.constantFrom(...INNOCENT_TEXTS.map(([text]) => text));
const noise = fc.constantFrom(
  '\u200b',
  '\ufe0f',
  '\u0336',
  ' ',
  '\t',
  '\n',
  '.',
  '*',
  '、',
  '(',
  ')',
  '/',
  ':',
  '$',
  '@',
  '5',
  'a',
  'Z',
  '号',
  'あ',
  '한',
  'Ж',
  '\ue000',
  '\u{1f512}',
  '\u{20000}',
  '\ud800',
  '\u202e',
  '%',
  '&',
  '=',
  '\\',
  '<',
  'é',
  '￥',
  '㎏',
  '🅂',
  '★',
);
const encoders: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text, 'utf16le').toString('base64'),
  (text) => Buffer.from(text).toString('latin1'),
  (text) => encodeURIComponent(text.toWellFormed()),
  (text) =>
    JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => [...text].map((c) => `&#${String(c.codePointAt(0))};`).join(''),
];
const encoder = fc.constantFrom(...encoders);

/** Whether the predicate lets the caller skip a text that the whole grammar, without its fast path, would block. */
const skipsABlock = (text: string) =>
  !mayCarryMark(text) && scanWithout(['fast-path'], text).verdict === 'block';

describe('mayCarryMark is never false for a text that would block', () => {
  it('when noise falls into a mark', () => {
    fc.assert(
      fc.property(
        marked,
        fc.array(fc.tuple(fc.nat(), noise), { maxLength: 4 }),
        encoder,
        (text, drops, encode) => {
          const pieces = [...text];
          for (const [at, piece] of drops) pieces.splice(at % (pieces.length + 1), 0, piece);
          return !skipsABlock(encode(pieces.join('')));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('when marks and innocent texts are cut up and joined', () => {
    const piece = fc
      .tuple(fc.oneof(marked, innocent, noise), fc.nat(), fc.nat())
      .map(([text, a, b]) => text.slice(a % (text.length + 1)).slice(0, b % 24));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }),
        encoder,
        (pieces, encode) => !skipsABlock(encode(pieces.join(''))),
      ),
      { numRuns: 3000 },
    );
  });

  it('when letters of marks come in any order', () => {
    const letter = fc.constantFrom(...'绝机秘密级内部★*年长期SECRTOPNFUI//()（）：:,"\n -_工作外传不得');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 16 }), (letters) => !skipsABlock(letters.join(''))),
      { numRuns: 5000 },
    );
  });

  it.each(['级：绝(S/NF) The source行', 'OFFICIAL/-SENSITIVE', 'OFFICIAL-/SENSITIVE'])(
    'when a sign ends one anchor and begins another: %s',
    (text) => {
      expect([mayCarryMark(text), scanText(text).verdict]).toEqual([true, 'block']);
    },
  );

  it('and so it never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof mayCarryMark(text) === 'boolean'));
  });
});

describe('mayCarryMark lets a caller skip', () => {
  it('ordinary cells', () => {
    const cells = [
      '蒙E·12345',
      '150724',
      '2024-05-01T08:00:00+08:00',
      'K123+450',
      '请减速慢行',
      '未发现异常',
      '-12.5',
      'GRAVEL',
    ];
    expect(cells.filter(mayCarryMark)).toEqual([]);
  });
});
