import { holdsText, writtenForms } from '../../../src/classification/index.ts';

const TEXT = 'drill7f3a 机密★';
const BYTES = Buffer.from(TEXT);

/** The text as others write it down, worked out here without the product. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ['as it is', `before ${TEXT} after`],
  ['in hexadecimal', `before${BYTES.toString('hex')}after`],
  ['in hexadecimal capitals', `before${BYTES.toString('hex').toUpperCase()}after`],
  ...['', 'a', 'ab', 'abc'].flatMap((before) =>
    ['', 'y', 'yz'].flatMap((after) => {
      const bytes = Buffer.from(`${before}${TEXT}${after}`);
      return [
        [`in base64 between ${before} and ${after}`, bytes.toString('base64')],
        [`in base64url between ${before} and ${after}`, bytes.toString('base64url')],
      ] as const;
    }),
  ),
  ['percent-encoded', `?q=${encodeURIComponent(TEXT)}`],
  ['percent-encoded in small letters', `?q=drill7f3a%20%e6%9c%ba%e5%af%86%e2%98%85`],
  ['percent-encoded as a whole', [...BYTES].map((byte) => `%${byte.toString(16).toUpperCase()}`).join('')],
  [
    'percent-encoded as a whole, in small letters',
    [...BYTES].map((byte) => `%${byte.toString(16)}`).join(''),
  ],
  ['escaped in JSON', '"drill7f3a \\u673a\\u5bc6\\u2605"'],
  ['escaped in JSON with capitals', '"drill7f3a \\u673A\\u5BC6\\u2605"'],
  [
    'escaped in JSON as a whole',
    [...TEXT].map((unit) => `\\u${unit.codePointAt(0)!.toString(16).padStart(4, '0')}`).join(''),
  ],
];

it.each(WRITTEN)('A text is found %s, in a text and in bytes', (_how, written) => {
  expect([holdsText(written, TEXT), holdsText(Buffer.from(written), TEXT)]).toEqual([true, true]);
});

it('No form is there twice, and none is short enough to be anywhere by chance', () => {
  const forms = [...writtenForms(TEXT).values()];
  expect(new Set(forms).size).toBe(forms.length);
  expect(Math.min(...forms.map(({ length }) => length))).toBeGreaterThanOrEqual(TEXT.length);
});

it('Another text is not found, nor a part of this one', () => {
  for (const other of ['drill7f3a 机密', 'drill7f3b 机密★', BYTES.subarray(1).toString('base64')])
    expect(holdsText(other, TEXT)).toBe(false);
});
