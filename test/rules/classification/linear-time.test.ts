import { scanText } from '../../../src/classification/index.ts';
import { HOSTILE_SEEDS, repeatSeed, wrapInBase64 } from './hostile-texts.ts';

const LARGE = 1 << 20;
const GROWTH = 16;

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
  const small = costMs(work, repeatSeed(seed, large / GROWTH));
  return costMs(work, repeatSeed(seed, large)) < Math.max(small, 5) * GROWTH * 4;
}

describe('the cost of a scan grows with the length of the text', () => {
  it.each(HOSTILE_SEEDS)('whatever is repeated up to one megabyte: %j', (seed) => {
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

  it.each(['SECRE 机密 ', '该线索涉及机密，不便透露\n', '&#26426;涉及机密，\n'])(
    'and three encodings deep it is still one megabyte: %j',
    (seed) => {
      const text = wrapInBase64(repeatSeed(seed, LARGE), 3).slice(0, LARGE);
      expect(costMs(scanText, text)).toBeLessThan(5 * GROWTH * 4);
    },
  );
});
