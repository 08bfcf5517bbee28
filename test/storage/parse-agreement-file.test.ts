import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { parseAgreementFile } from '../../src/storage/index.ts';

const SHIPPED = readdirSync('agreements')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join('agreements', name), 'utf8'));

const read = (text: string): unknown => parseAgreementFile(text, 'a.yaml')[0];

/** What the strict parser alone makes of a text: its documents, or the code of its refusal. */
function readStrictly(text: string): unknown {
  const documents = [...parseAllDocuments(text, { strict: true, uniqueKeys: true, logLevel: 'silent' })];
  const [problem] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (problem !== undefined) return problem.code;
  try {
    return documents.map((document) => document.toJS({ maxAliasCount: 0 }) as unknown);
  } catch {
    return 'ALIAS';
  }
}

function readOrNull(text: string): unknown {
  try {
    return parseAgreementFile(text, 'a.yaml');
  } catch {
    return null;
  }
}

it.each([
  ['a key twice', 'uid: a\nuid: b\n', /Map keys must be unique.* at line 2/],
  ['a key twice, inside braces', 'valid: { from: 1, from: 2 }\n', /Map keys must be unique/],
  ['an alias', 'a: &a [1]\nb: *a\n', /alias: write out/],
  ['an alias as a key', 'a: &a x\n? *a\n: 1\n', /alias/],
  ['an alias that a merge takes in', 'a: &a { b: 1 }\nc:\n  <<: *a\n', /alias/],
  [
    'aliases of aliases that would fill the memory',
    `a0: &a0 [x]\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}`,
    /alias/,
  ],
  ['a tag of one’s own', 'uid: !uid a\n', /Unresolved tag/],
  ['a tag for code', 'uid: !!js/function "() => 1"\n', /Unresolved tag/],
  [
    'an alias of a later version’s tag',
    '%TAG !e! tag:example.com,2026:\n---\nuid: !e!x a\n',
    /Unresolved tag/,
  ],
  ['an end that is missing', 'uid: [a\n', /line 2/],
  ['a tab for blanks', 'valid:\n\tfrom: 1\n', /Tabs/],
])('refuses %s and says so', (_what, text, message) => {
  expect(() => read(text)).toThrow(message);
});

it.each<[string, unknown]>([
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Yes', 'NO'].map((word): [string, unknown] => [word, word]),
  ['true', true],
  ['False', false],
  ['~', null],
  ['', null],
  ['2026-01-01', '2026-01-01'],
  ['2026-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'],
  ['2026-01-01 00:00:00Z', '2026-01-01 00:00:00Z'],
  ['1:30', '1:30'],
  ['1_000', '1_000'],
  ['0b11', '0b11'],
  ['0o17', 15],
  ['0x1F', 31],
  ['017', 17],
  ['1e3', 1_000],
  ['.5', 0.5],
  ['1507', 1_507],
  ['<<', '<<'],
])('takes %p for what it is in YAML 1.2', (text, value) => {
  expect(read(`key: ${text}\n`)).toEqual({ key: value });
  expect(readStrictly(`key: ${text}\n`)).toEqual([{ key: value }]);
});

it.each(['{ a, [b] }', '{ [b] }', '{ a: [1], {b: 1}, c: 2 }', '[{ a: { b: 1 } }, { c: [1], [d] }]'])(
  'reads the collection among the keys of %p as the strict parser does',
  (text) => {
    expect(readOrNull(`key: ${text}\n`)).toEqual(readStrictly(`key: ${text}\n`));
  },
);

it('would have taken a date and a merge for something else with the fast parser’s own schema', () => {
  expect(load('key: 2026-01-01')).toEqual({ key: new Date('2026-01-01') });
  expect(load('{ <<: { a: 1 } }')).toEqual({ a: 1 });
});

it('reads several documents, and a prototype’s name as any other key', () => {
  expect(parseAgreementFile('a: 1\n---\nb: 2\n', 'a.yaml')).toEqual([{ a: 1 }, { b: 2 }]);
  const content = read('__proto__: { polluted: true }\n') as Record<string, unknown>;
  expect(Object.keys(content)).toEqual(['__proto__']);
  expect(content['polluted']).toBeUndefined();
});

it('reads the shipped agreements as the strict parser does', () => {
  expect(SHIPPED.length).toBeGreaterThan(0);
  for (const text of SHIPPED) expect(readOrNull(text)).toEqual(readStrictly(text));
});

const LAYOUT = [
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
];
const BITS = [
  ['\n', '\n  ', ' ', ':', ': ', '- ', '{', '}', '[', ']', ', ', ' #', '"', "'", '|\n', '>', '~'],
  ['yes', '0x1F', '017', '1_000', '2026-01-01', '<<: ', '---\n', '\n...\n', '? ', '\r', '\t', '\uFEFF'],
  ['!x ', '&a ', '*a ', '%', '__proto__: ', 'uid: ', '\\', '@', '`', '\u0000', '路口'],
].flat();
const damagedText = fc
  .tuple(
    fc.constantFrom(...SHIPPED),
    fc.array(fc.tuple(fc.nat(1_200), fc.nat(2), fc.constantFrom(...BITS)), { minLength: 1, maxLength: 3 }),
  )
  .map(([text, damage]) =>
    damage.reduce(
      (damaged, [at, without, bit]) => damaged.slice(0, at) + bit + damaged.slice(at + without),
      text.split('\n').slice(0, 30).join('\n'),
    ),
  );

it('never reads another value than the strict parser, and takes no more than layouts that it would refuse', () => {
  fc.assert(
    fc.property(damagedText, (text) => {
      const found = readOrNull(text);
      const expected = readStrictly(text);
      if (found === null) expect(typeof expected).toBe('string');
      else if (typeof expected === 'string') expect(LAYOUT).toContain(expected);
      else expect(found).toEqual(expected);
    }),
    { numRuns: 1_500 },
  );
});
