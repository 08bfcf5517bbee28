import type { Decision } from '../../../src/agreement/index.ts';
import { describeMask, describeStatistic } from '../../../src/masking/index.ts';
import { PURPOSES, REASONS } from './reference/generate.ts';
import { interpret, type Verdict } from './reference/interpret.ts';
import { decideByTable, drawTriples, FIELDS, SEED } from './reference/questions.ts';

const TRIPLES = 100_000;
/** Of each kind of decision so many must be among them, or agreeing would prove little. */
const LEAST: readonly (readonly [decision: RegExp, least: number])[] = [
  [/^allow$/, 5_000],
  [/^mask:/, 500],
  [/^pointer$/, 100],
  [/^statistic:/, 300],
  [/^deny:CASE_REQUIRED$/, 1_000],
  [/^deny:PROHIBITED$/, 1_000],
  [/^deny:INVISIBLE$/, 1_000],
  [/^group allow$/, 50],
  [/^act: allow$/, 20],
  [/^glass (?:allow|mask|pointer|statistic)/, 200],
];

const SAID_OF_DENIALS: ReadonlySet<string> = new Set(['PROHIBITED', 'INVISIBLE', 'CASE_REQUIRED']);

function verdictOf({ kind, mask, rule, code, statistic }: Decision): Verdict {
  if (kind === 'deny') {
    const denial = SAID_OF_DENIALS.has(code) ? `deny:${code}` : 'deny';
    return (rule === 'default' ? denial : `${denial} by ${rule}`) as Verdict;
  }
  if (statistic !== undefined) return `${describeStatistic(statistic)} by ${rule}`;
  return `${mask === null ? kind : `mask:${describeMask(mask)}`} by ${rule}`;
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
    const shown = found.replace(/ by .*/, '');
    const kind = question.action === 'act' ? `act: ${shown}` : shown;
    const said = [
      kind,
      ...(question.action === 'group' ? [`group ${kind}`] : []),
      ...(question.breakGlass === undefined ? [] : [`glass ${kind}`]),
    ];
    for (const each of said) verdicts.set(each, (verdicts.get(each) ?? 0) + 1);
  }
  return verdicts;
}

it('the compiled tables decide as the files read, in 100,000 cases', () => {
  const verdicts = askAway(TRIPLES, interpret);
  console.info(`seed ${SEED}: ${JSON.stringify(Object.fromEntries(verdicts))}`);
  expect([...verdicts.keys()].filter((kind) => kind.startsWith('mask:')).length).toBeGreaterThanOrEqual(5);
  const countOf = (decision: RegExp): number =>
    [...verdicts].reduce((sum, [kind, count]) => (decision.test(kind) ? sum + count : sum), 0);
  expect(LEAST.filter(([decision, least]) => countOf(decision) < least)).toEqual([]);
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
    'shows what is only pointed at',
    (files, ...rest) =>
      interpret(
        files.map((file) => ({
          ...file,
          permission: file.permission.map(({ id, action, target, mask, aggregate, requires }) => ({
            id,
            action,
            target,
            ...(mask && { mask }),
            ...(aggregate && { aggregate }),
            ...(requires && { requires }),
          })),
        })),
        ...rest,
      ),
  ],
  [
    'knows no number of groups',
    (files, ...rest) =>
      interpret(
        files.map((file) => ({
          ...file,
          permission: file.permission.filter(({ aggregate }) => aggregate === undefined),
        })),
        ...rest,
      ),
  ],
  [
    'groups by what is not to be grouped by',
    (files, fields, question) =>
      interpret(files, fields, question.action === 'group' ? { ...question, action: 'read' } : question),
  ],
  [
    'makes nothing invisible',
    (files, fields, question) =>
      interpret(
        files.map((file) => ({
          ...file,
          prohibition: file.prohibition.map((clause) => ({ ...clause, invisible: false })),
        })),
        fields,
        question,
      ),
  ],
  [
    'forgets what the schema hides',
    (files, fields, question) =>
      interpret(
        files,
        new Map([...fields].map(([name, facts]) => [name, { ...facts, isHidden: false }])),
        question,
      ),
  ],
  [
    'breaks the glass for any reason',
    (files, fields, question) =>
      interpret(
        files.map(({ breakGlass, ...file }) =>
          breakGlass === undefined || question.breakGlass === undefined
            ? { ...file, ...(breakGlass && { breakGlass }) }
            : { ...file, breakGlass: { ...breakGlass, reasons: REASONS } },
        ),
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
