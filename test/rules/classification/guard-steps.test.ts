import { GUARD_STEPS, type GuardStep, scanText, scanWithout } from '../../../src/classification/index.ts';

/** For each step a text that only this step makes readable: without the step it does not block. */
const EXAMPLES: readonly (readonly [step: GuardStep, text: string])[] = [
  ['base64', '57ud5a+G4piF6ZW/5pyf'],
  ['entities', '&#26426;&#23494;&#9733;'],
  ['percent', '%E6%9C%BA%E5%AF%86%E2%98%85'],
  ['quoted-printable', '=E6=9C=BA=E5=AF=86=E2=98=85'],
  ['escapes', '\\u673a\\u5bc6\\u2605'],
  ['mojibake', 'æ\u009cºå¯\u0086â\u0098\u0085'],
  ['markup', '机<b></b>密★'],
  ['bidi', '\u202e★密机\u202c'],
  ['opaque', 'H4sIAAAAAAAAA0vOSCxKBQBpyVM1BQAAAA=='],
  ['compatibility', 'ＳＥＣＲＥＴ//ＮＯＦＯＲＮ'],
  ['invisible', 'SEC\u200bRET//SI'],
  ['overlays', 'S̶̶̶E̶̶̶C̶̶̶R̶̶̶E̶̶̶T̶̶̶//SI'],
  ['confusables', 'ЅЕСRЕТ//SI'],
  ['traditional', '絕密★長期'],
  ['separators', '机.密.★1年'],
];

describe('a step of the guard', () => {
  it.each(EXAMPLES)('%s catches its example, and nothing else does', (step, text) => {
    expect(scanText(text).verdict).toBe('block');
    expect(scanWithout([step], text).verdict).not.toBe('block');
  });

  it('has an example, every one but the fast path, which catches nothing', () => {
    expect(EXAMPLES.map(([step]) => step).toSorted()).toEqual(
      GUARD_STEPS.filter((s) => s !== 'fast-path').toSorted(),
    );
  });

  it('takes nothing from the others: a plain mark blocks without any of them', () => {
    expect(scanWithout([...GUARD_STEPS], '机密★1年').verdict).toBe('block');
  });
});
