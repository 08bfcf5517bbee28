import type { Decision } from '../../../src/agreement/index.ts';
import { describeMask } from '../../../src/masking/index.ts';
import { PURPOSES } from './reference/generate.ts';
import { interpret, type Verdict } from './reference/interpret.ts';
import { decideByTable, drawTriples, FIELDS, SEED } from './reference/questions.ts';

const TRIPLES = 100_000;

function verdictOf({ kind, mask, rule }: Decision): Verdict {
  if (kind === 'deny') return rule === 'default' ? 'deny' : `deny by ${rule}`;
  return `${mask === null ? 'allow' : `mask:${describeMask(mask)}`} by ${rule}`;
}

/** Asks until there are enough triples. The seed and the number of a world say which it was. */
function askAway(triples: number, judge: typeof interpret): Map<string, number> {
  const verdicts = new Map<string, number>();
  for (const { world, files, policy, question } of drawTriples(triples)) {
    const expected = judge(files, FIELDS, question);
    const found = verdictOf(decideByTable(policy, question));
    if (found !== expected)
      throw new Error(
        `seed ${SEED}, world ${world}: ${JSON.stringify(question)}: ${found}, and the files say ${expected}`,
      );
    const kind = found.replace(/ by .*/, '');
    verdicts.set(kind, (verdicts.get(kind) ?? 0) + 1);
  }
  return verdicts;
}

it('the compiled tables decide as the files read, in 100,000 cases', () => {
  const verdicts = askAway(TRIPLES, interpret);
  console.info(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(verdicts))}`);
  const masked = [...verdicts].filter(([kind]) => kind.startsWith('mask:'));
  expect(verdicts.get('allow')).toBeGreaterThan(5_000);
  expect(masked.length).toBeGreaterThanOrEqual(5);
  expect(masked.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(300);
}, 240_000);

// Positive controls: interpreters with one fault each.
it.each<[string, typeof interpret]>([
  [
    'forgets prohibitions',
    (files, ...rest) =>
      interpret(
        files.map((file) => ({ ...file, prohibition: [] })),
        ...rest,
      ),
  ],
  [
    'adds agreements up',
    (files, fields, question) =>
      interpret(
        files.map((file) => ({
          ...file,
          appliesTo: file.appliesTo.map((one) =>
            one.leftOperand === 'purpose' ? { ...one, rightOperand: PURPOSES } : one,
          ),
        })),
        fields,
        question,
      ),
  ],
  [
    'takes every case for given',
    (files, fields, question) => interpret(files, fields, { ...question, hasCase: true }),
  ],
  [
    'is a millisecond late',
    (files, fields, question) => interpret(files, fields, { ...question, nowMs: question.nowMs - 1 }),
  ],
])(
  'an interpreter that %s is told from the tables',
  (_fault, faulty) => {
    expect(() => askAway(20_000, faulty)).toThrow(/the files say/);
  },
  120_000,
);
