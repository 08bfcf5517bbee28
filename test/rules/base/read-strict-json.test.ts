import fc from 'fast-check';
import { JsonRefusal, readStrictJson, type JsonRefusalReason } from '../../../src/base/index.ts';

const read = (text: string, maxDepth = 20): unknown => readStrictJson(Buffer.from(text), maxDepth);

function reasonOf(work: () => unknown): JsonRefusalReason | 'ACCEPTED' {
  try {
    work();
    return 'ACCEPTED';
  } catch (error) {
    if (error instanceof JsonRefusal) return error.reason;
    throw error;
  }
}

const hasProto = (value: unknown): boolean => JSON.stringify(value).includes('"__proto__":');

describe('Strict JSON', () => {
  it('reads whatever JSON.stringify writes, to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 2), (value, indent) => {
        fc.pre(!hasProto(value));
        const text = JSON.stringify(value, null, indent);
        fc.pre(text.isWellFormed() && !/\\ud[89a-f]/i.test(text));
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('refuses every object that repeats a key, wherever it stands and however it is spelled', () => {
    const escape = (key: string): string =>
      [...key].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,8}$/),
        fc.array(fc.constantFrom('[', '{"x":'), { maxLength: 5 }),
        fc.boolean(),
        (key, around, isEscaped) => {
          const twice = `{"${key}" : "\\"", "${isEscaped ? escape(key) : key}"\n: [1, {}]}`;
          const close = around.toReversed().map((open) => (open === '[' ? ']' : '}'));
          expect(reasonOf(() => read([...around, twice, ...close].join('')))).toBe('DUPLICATE_KEY');
        },
      ),
    );
  });

  it.each<[string, JsonRefusalReason | 'ACCEPTED']>([
    ['{"a":1,"b":{"a":1}}', 'ACCEPTED'],
    ['[{"a":1},{"a":1}]', 'ACCEPTED'],
    ['{"a":"a","b":"a"}', 'ACCEPTED'],
    ['{"a":"\\\\","b":"\\"a\\":1"}', 'ACCEPTED'],
    ['{"a":"\\\\","a":1}', 'DUPLICATE_KEY'],
    ['{"a\\"":1,"a\\u0022":1}', 'DUPLICATE_KEY'],
    ['{"__proto__":1}', 'UNSOUND_VALUE'],
    ['{"\\u005f_proto__":1}', 'UNSOUND_VALUE'],
    ['{"a":"\\ud83d\\ude00"}', 'ACCEPTED'],
    ['{"a":"\\ud83d"}', 'UNSOUND_VALUE'],
    ['[1e308, -0, 1.5E-400]', 'ACCEPTED'],
    ['[-1e309]', 'UNSOUND_VALUE'],
    ['\ufeff{}', 'NOT_JSON'],
    ['{"a":1,}', 'NOT_JSON'],
    ['', 'NOT_JSON'],
    ['[[[]]]', 'ACCEPTED'],
    ['[[[[]]]]', 'TOO_DEEP'],
    ['{"a":{"a":{"a":{}}}}', 'TOO_DEEP'],
  ])('%s: %s', (text, reason) => {
    expect(reasonOf(() => read(text, 3))).toBe(reason);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(reasonOf(() => readStrictJson(Uint8Array.of(0x22, 0xff, 0x22), 3))).toBe('NOT_UTF8');
  });

  it.each([
    ['one long text', JSON.stringify('x'.repeat(260_000))],
    ['quotes', JSON.stringify('"'.repeat(130_000))],
    ['backslashes', JSON.stringify('\\'.repeat(130_000))],
    ['keys', JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, at])))],
    ['numbers', JSON.stringify(Array.from({ length: 60_000 }, (_, at) => at))],
    ['digits', `[${'1'.repeat(300)}${'0'.repeat(8)}]`],
    ['nested lists', '['.repeat(130_000) + ']'.repeat(130_000)],
  ])('takes no more time than the text deserves: 256 kB of %s', (_what, text) => {
    const before = process.cpuUsage();
    reasonOf(() => read(text));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(500);
  });

  it('never quotes what it refuses', () => {
    expect(() => read('{"蒙E12345": nope')).toThrow(/^(?!.*蒙)/);
  });
});
