import fc from 'fast-check';
import { mayCarryMark, scanText, type Verdict } from '../../../src/classification/index.ts';
import { INNOCENT_TEXTS } from './innocent-texts.ts';
import { MARKED_TEXTS } from './marked-texts.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const verdictsOf = (texts: readonly string[]): ReadonlyMap<string, Verdict> =>
  new Map(texts.map((text) => [text, scanText(text)]));

describe('the verdict on a text says nothing of the texts read before it', () => {
  it('so the second half of a character that was cut off is not taken from them', () => {
    const level = [0xbb, 0xfa, 0xc3, 0xdc]; // 机密 in GBK
    const star = [0xa1, 0xef];
    const marked = base64(Uint8Array.from([...level, ...star]));
    const cut = base64(Uint8Array.from([...level, ...level, ...star.slice(0, 1)]));
    const longer = base64(Uint8Array.from([...level, ...level, ...star]));
    const alone = scanText(cut);
    expect([scanText(marked).verdict, scanText(longer).verdict]).toEqual(['block', 'block']);
    expect(scanText(cut)).toEqual(alone);
    expect(alone.verdict).toBe('review');
  });

  it('so nothing is put together from the end of one and the beginning of the next', () => {
    expect(['司机', '密切关注', '机', '密★1年'].filter(mayCarryMark)).toEqual([]);
    expect(mayCarryMark('司机密切关注')).toBe(true);
  });

  it('in whatever order they come', () => {
    const text = fc.constantFrom(...[...MARKED_TEXTS, ...INNOCENT_TEXTS].map(([each]) => each));
    const encoder = fc.constantFrom<(plain: string) => string>(
      (plain) => plain,
      (plain) => base64(Buffer.from(plain)),
      (plain) => `road/${base64(Buffer.from(plain, 'utf16le'))}`,
      (plain) => `${plain} ${encodeURIComponent(plain.toWellFormed())}`,
      (plain) => `${plain} H4sIAAAAAAAAA0vOSCxKBQBpyVM1BQAAAA==`,
      // More runs than are remembered, so that the place of a mark is looked for again.
      (plain) => `${'<b>'.repeat(300)}${plain}`,
    );
    const encoded = fc.tuple(text, encoder, fc.nat({ max: 40 })).map(([plain, encode, cut]) => {
      const whole = encode(plain);
      return whole.slice(0, Math.max(8, whole.length - cut));
    });
    fc.assert(
      fc.property(fc.array(encoded, { maxLength: 8 }), (texts) => {
        const verdicts = verdictsOf(texts);
        expect(verdictsOf(texts.toReversed())).toEqual(verdicts);
      }),
      { numRuns: 1000 },
    );
  });
});
