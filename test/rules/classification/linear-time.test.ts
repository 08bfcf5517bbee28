import { scanText } from '../../../src/classification/index.ts';

const LARGE = 1 << 20;
const GROWTH = 16;

/** Texts that make a backtracking matcher or a nested decoder slow: each repeats the beginning of something. */
const HOSTILE: readonly string[] = [
  '机',
  '机密',
  '机 . 密',
  '机密*',
  '[机密',
  '机密  ',
  '-机密-a',
  '密级:',
  '密级,\n',
  '内部资料不得',
  '内部未经',
  '工作秘密 ',
  '《机密',
  'S ',
  'SECRE',
  'SECRET a\n',
  'S E C R E ',
  'TOP ',
  '(C) ',
  '(S//NF',
  'classification,\nSECRETx,',
  'OFFICIAL ',
  'UNCLASSIFIED ',
  '%E6',
  '%E6x',
  '&#38;',
  '&#38;#38;',
  '=E6=9C',
  '\\u673a',
  '\\346',
  'Ã',
  'æ\u009c',
  '<a',
  '<!',
  '\u202ea',
  '\n',
  '\u0336',
  '\u{1d412}',
  'aaaaaaaa ',
  'QUFBQUFB ',
  'QUFBQUFB/',
  'w9zD3MPc ',
  'e69cbae5af8x ',
  'SVNJU0lT',
  '机密★★★',
  'TOP SECRET a, ',
];

/** The text, cut to about `size` bytes. */
const repeat = (seed: string, size: number) => seed.repeat(Math.ceil(size / Buffer.byteLength(seed)));

/** The lesser of two runs, in milliseconds of this process's own time: other processes take none of it. */
function costMs(work: (text: string) => unknown, text: string): number {
  const runs = [1, 2].map(() => {
    const before = process.cpuUsage();
    work(text);
    const used = process.cpuUsage(before);
    return (used.user + used.system) / 1000;
  });
  return Math.min(...runs);
}

/**
 * Whether sixteen times the text costs about sixteen times as much. Quadratic work would cost 256 times as much; the five
 * milliseconds keep a very small first figure from counting.
 */
function growsLinearly(work: (text: string) => unknown, seed: string, large = LARGE): boolean {
  const small = costMs(work, repeat(seed, large / GROWTH));
  return costMs(work, repeat(seed, large)) < Math.max(small, 5) * GROWTH * 4;
}

describe('the cost of a scan grows with the length of the text', () => {
  it.each(HOSTILE)('whatever is repeated up to one megabyte: %j', (seed) => {
    expect(growsLinearly(scanText, seed)).toBe(true);
  });

  it('and this test would notice a matcher that does not', () => {
    const looksAgainFromEverywhere = (text: string) => {
      let found = 0;
      for (let i = 0; i < text.length; i++) {
        for (let j = i; j < text.length; j++) if (text.charCodeAt(j) === 0x5bc6) found++;
      }
      return found;
    };
    expect(growsLinearly(looksAgainFromEverywhere, '机', 1 << 17)).toBe(false);
  });

  it('and three encodings deep it is still one megabyte', () => {
    const wrap = (text: string) => Buffer.from(text).toString('base64');
    const text = wrap(wrap(wrap('SECRE 机密 '.repeat(40_000)))).slice(0, LARGE);
    expect(costMs(scanText, text)).toBeLessThan(5 * GROWTH * 4);
  });
});
