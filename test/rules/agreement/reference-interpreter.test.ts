import * as fc from 'fast-check';
import { bindGrant, type Ask, type Policy } from '../../../src/agreement/index.ts';
import { describeMask } from '../../../src/masking/index.ts';
import { compile, MID_2026, smallCatalogue } from './fixture.ts';
import { AGENCIES, agreements, PURPOSES, ROLES, type AgreementDraft } from './reference/generate.ts';
import { interpret, type Question, type Verdict } from './reference/interpret.ts';

const SEED = Number(process.env['LUKOU_FUZZ_SEED'] ?? 20_260_301);
const TRIPLES = 100_000;
const WORLDS = 1_500;
const MOMENTS = ['2025-12-31T23:59:59.999+08:00', '2026-01-01T00:00:00+08:00', '2030-01-01T00:00:00+08:00'];
const ACTIONS = ['read', 'filter', 'sort', 'match'] as const;
const FIELDS = new Map(
  smallCatalogue.coordinates.map(({ name, owner, isStructure }) => [name, { owner, isStructure }]),
);

function compileIfSound(files: readonly AgreementDraft[]): Policy | null {
  try {
    return compile(...files);
  } catch {
    return null;
  }
}

function decideByTable(policy: Policy, question: Question): Verdict {
  const { agency, role, purpose, hasCase, nowMs, action, coordinate } = question;
  const ask = { agency, role, purpose, caseReference: hasCase ? 'A-1' : null } as Ask;
  const grant = bindGrant(policy, ask, nowMs);
  const { kind, mask, rule } =
    action === 'read' ? grant.decide(coordinate) : grant.decideUse(action as 'filter', coordinate);
  if (kind === 'deny') return rule === 'default' ? 'deny' : `deny by ${rule}`;
  return `${mask === null ? 'allow' : `mask:${describeMask(mask)}`} by ${rule}`;
}

/** Questions about a file of the set: mostly of a caller whom it serves, now and then of another. */
const questionsAbout = (files: readonly AgreementDraft[]): fc.Arbitrary<Question> =>
  fc.constantFrom(...files).chain(({ assigner, assignee, appliesTo }) => {
    const own = [...FIELDS].filter(([, { owner }]) => owner === assigner).map(([name]) => name);
    return fc.record({
      agency: mostly([assignee], [...AGENCIES, null]),
      role: mostly(appliesTo.find(({ leftOperand }) => leftOperand === 'role')!.rightOperand, [
        ...ROLES,
        'public',
      ]),
      purpose: mostly(appliesTo.find(({ leftOperand }) => leftOperand === 'purpose')!.rightOperand, [
        ...PURPOSES,
        null,
      ]),
      hasCase: fc.boolean(),
      nowMs: mostly(
        [MID_2026],
        MOMENTS.map((moment) => Date.parse(moment)),
      ),
      action: fc.constantFrom(...ACTIONS),
      coordinate: mostly(own, [...FIELDS.keys(), 'Road.colour', 'Nothing.id']),
    });
  });

function mostly<T>(likely: readonly T[], others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

/** Asks until there are enough triples. The seed and the number of a world say which it was. */
function askAway(triples: number, judge: typeof interpret): Map<string, number> {
  const verdicts = new Map<string, number>();
  let asked = 0;
  for (const [world, files] of fc.sample(agreements, { seed: SEED, numRuns: WORLDS }).entries()) {
    const policy = compileIfSound(files);
    if (policy === null) continue;
    for (const question of fc.sample(questionsAbout(files), { seed: SEED + world, numRuns: 250 })) {
      const expected = judge(files, FIELDS, question);
      const found = decideByTable(policy, question);
      if (found !== expected)
        throw new Error(
          `seed ${SEED}, world ${world}: ${JSON.stringify(question)}: ${found}, and the files say ${expected}`,
        );
      const kind = found.replace(/ by .*/, '');
      verdicts.set(kind, (verdicts.get(kind) ?? 0) + 1);
      asked += 1;
    }
    if (asked >= triples) return verdicts;
  }
  throw new Error(`Only ${asked} triples came of ${WORLDS} worlds.`);
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
