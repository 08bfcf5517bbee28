import { askOf, compilePolicy, listClasses, requireCatalogue } from '../../../src/agreement/index.ts';
import type { Decision } from '../../../src/agreement/index.ts';
import { type CedarVerdict, loadCedar } from './cedar/ask-cedar.ts';
import { type CedarPolicies, translate } from './cedar/translate.ts';
import { complaintOf, draft, MID_2026, permit } from './fixture.ts';
import type { AgreementDraft } from './reference/generate.ts';
import {
  ACTIONS,
  asAsked,
  decideByTable,
  drawTriples,
  factsOf,
  FIELDS,
  SEED,
} from './reference/questions.ts';
import { shippedAgreements, shippedSchema } from './shipped-files.ts';

// With the shipped agreements' own, more than 100,000.
const TRIPLES = 10_000;
type Change = (policies: CedarPolicies) => CedarPolicies;
const asIs: Change = (policies) => policies;

/** Whether Cedar says the same, and names the same clause where one decides. */
function agrees({ kind, code, rule }: Decision, { isAllowed, reasons }: CedarVerdict): boolean {
  if (kind !== 'deny') return isAllowed && reasons.length === 1 && reasons[0] === rule;
  // Of a refusal Cedar tells only whom it is forbidden by; that nothing permits has no reason.
  if (code === 'PROHIBITED') return !isAllowed && reasons.includes(rule);
  // A field may be invisible by a prohibition, or because it is hidden from all who are not granted it.
  return !isAllowed && (reasons.length === 0 || (code === 'INVISIBLE' && reasons.includes(rule)));
}

/** Asks Cedar and the tables the same questions, and counts the answers by their codes. */
function askBoth(triples: number, change: Change): Record<string, number> {
  const codes: Record<string, number> = {};
  let cedar: ReturnType<typeof loadCedar> | undefined;
  let loaded = -1;
  for (const { world, files, policy, question } of drawTriples(triples)) {
    if (world !== loaded) cedar = loadCedar(change(translate(files)), FIELDS);
    loaded = world;
    const found = decideByTable(policy, question);
    const said = cedar!(question);
    if (!agrees(found, said))
      throw new Error(
        `seed ${SEED}, world ${world}: ${JSON.stringify(question)}: ${JSON.stringify(found)}, and Cedar says ${JSON.stringify(said)}`,
      );
    codes[found.code] = (codes[found.code] ?? 0) + 1;
  }
  return codes;
}

it(`the compiled tables decide as Cedar does, and by the same clause, in ${TRIPLES} cases`, () => {
  const codes = askBoth(TRIPLES, asIs);
  console.info(`seed ${SEED}: ${JSON.stringify(codes)}`);
  for (const code of ['GRANTED', 'MASKED', 'PROHIBITED', 'INVISIBLE', 'CASE_REQUIRED', 'NOT_IN_FORCE'])
    expect([code, codes[code]]).toEqual([code, expect.any(Number)]);
}, 600_000);

it('the shipped agreements read the same to Cedar: every class, field and action, at every end of a term', () => {
  const files = shippedAgreements();
  const catalogue = requireCatalogue(shippedSchema());
  const policy = compilePolicy(files, catalogue);
  const fields = new Map(factsOf(catalogue));
  const ends = new Set(files.flatMap(({ validFromMs, validUntilMs }) => [validFromMs, validUntilMs]));
  const moments = [...ends].flatMap((endMs) => [endMs - 1, endMs]);
  const differing: string[] = [];
  let count = 0;
  for (const found of listClasses(policy)) {
    const { caseReference, ...ask } = askOf(found);
    const assignee = ask.agency ?? 'AG-PUBLIC';
    const own = files.filter((agreement) => agreement.assignee === assignee).map(({ file }) => file);
    const cedar = loadCedar(translate(own), fields);
    for (const coordinate of catalogue.byName.keys())
      for (const action of ACTIONS)
        for (const nowMs of action === 'read' ? [MID_2026, ...moments] : [MID_2026]) {
          const asked = asAsked(action, fields.get(coordinate));
          const question = { ...ask, hasCase: caseReference !== null, coordinate, action: asked, nowMs };
          count += 1;
          if (!agrees(decideByTable(policy, question), cedar(question)))
            differing.push(JSON.stringify(question));
        }
  }
  expect(differing).toEqual([]);
  console.info(`${count} questions about ${files.length} shipped agreements`);
}, 600_000);

// Positive controls: translations with one fault each.
it.each<[string, Change]>([
  [
    'forgets prohibitions',
    (policies) =>
      Object.fromEntries(Object.entries(policies).filter(([, text]) => !text.startsWith('forbid'))),
  ],
  ['takes every case for given', replacing('context.hasCase', 'true')],
  ['lets an agreement end a millisecond late', replacing('context.now < ', 'context.now <= ')],
  [
    'lets anybody filter who may not see',
    replacing('.contains(action) == false ||', '.contains(action) == false || true ||'),
  ],
  ['forgets the purpose', replacing(/context has purpose && .*/g, 'true &&')],
  ['lets agencies grant what is not theirs to grant', replacing(/resource\.owner == .*/g, 'true &&')],
])(
  'a translation that %s is told from the tables',
  (_fault, change) => {
    expect(() => askBoth(TRIPLES, change)).toThrow(/and Cedar says/);
  },
  600_000,
);

function replacing(part: string | RegExp, by: string): Change {
  return (policies) =>
    Object.fromEntries(Object.entries(policies).map(([id, text]) => [id, text.replaceAll(part, by)]));
}

it('two agreements of one owner for one caller add up in Cedar, so here they may not stand together', () => {
  const one = draft({ permission: [permit('p1', 'read', 'Query.roads', 'Road.id', 'Road.name')] });
  const other = draft({
    uid: 'urn:agr:test:roads-police:2',
    permission: [permit('p1', 'read', 'Query.roads', 'Road.id', 'Road.keeper')],
  });
  const asFiles = [one, other].map(
    (file) =>
      ({
        ...file,
        requires: { caseReference: false },
        prohibition: [],
        permission: (file['permission'] as { action: string }[]).map((clause) => ({
          ...clause,
          action: [clause.action],
        })),
      }) as unknown as AgreementDraft,
  );
  const cedar = loadCedar(translate(asFiles), FIELDS);
  const question = {
    agency: 'AG-POLICE',
    role: 'partner',
    purpose: 'ROAD_SAFETY',
    hasCase: false,
    nowMs: MID_2026,
    action: 'read',
  };
  expect(cedar({ ...question, coordinate: 'Road.name' }).isAllowed).toBe(true);
  expect(cedar({ ...question, coordinate: 'Road.keeper' }).isAllowed).toBe(true);
  expect(complaintOf(one, other)).toMatch(/would both serve AG-POLICE/);
});
