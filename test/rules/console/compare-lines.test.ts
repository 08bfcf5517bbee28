import fc from 'fast-check';
import { compareLines } from '../../../console/src/pages/agreements/compare-lines.ts';

const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

describe('Two versions side by side', () => {
  it('have all their lines, in order', () => {
    fc.assert(
      fc.property(lines, lines, (older, newer) => {
        const pairs = compareLines(older, newer);
        expect(pairs.flatMap((pair) => pair.older ?? [])).toEqual(older);
        expect(pairs.flatMap((pair) => pair.newer ?? [])).toEqual(newer);
        for (const pair of pairs)
          if (pair.older !== null && pair.newer !== null) expect(pair.older).toBe(pair.newer);
      }),
    );
  });

  it('show nothing as changed where they say the same, and one line where one is', () => {
    const text = ['one', 'two', 'three'];
    expect(compareLines(text, text).every(({ older, newer }) => older === newer)).toBe(true);
    expect(compareLines(text, ['one', 'three'])).toEqual([
      { older: 'one', newer: 'one' },
      { older: 'two', newer: null },
      { older: 'three', newer: 'three' },
    ]);
  });
});
