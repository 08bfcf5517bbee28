import * as fc from 'fast-check';
import {
  bindGrant,
  compilePolicy,
  type Ask,
  type Catalogue,
  type Decision,
  type Policy,
  readAgreement,
  type Use,
  USES,
} from '../../../../src/agreement/index.ts';
import { MID_2026 } from '../fixture.ts';
import {
  AGENCIES,
  agreements,
  PURPOSES,
  REASONS,
  referenceCatalogue,
  ROLES,
  SUSPENDED_FROM,
  type AgreementDraft,
} from './generate.ts';
import type { FieldFacts, Question } from './interpret.ts';

/** Which worlds a run draws; the same seed draws the same. */
export const SEED = Number(process.env['LUKOU_FUZZ_SEED'] ?? 20_260_301);
/** What a question can be about. */
export const ACTIONS = ['read', ...USES] as const;
/** Every field of the small schema. */
export const FIELDS: ReadonlyMap<string, FieldFacts> = new Map(factsOf(referenceCatalogue));

/** What the judges know of each field of a schema. */
export function factsOf({ coordinates }: Catalogue): readonly (readonly [name: string, facts: FieldFacts])[] {
  return coordinates.map(({ name, owner, isStructure, isHidden, isAct, statistic, isSearch }) => [
    name,
    {
      owner,
      isStructure,
      isHidden,
      isAct,
      isStatistic: statistic !== null,
      comesWithItsType: statistic?.mayBeExact !== false && !isSearch,
    },
  ]);
}

const WORLDS = 1_500;
const MOMENTS = [
  '2025-12-31T23:59:59.999+08:00',
  '2026-01-01T00:00:00+08:00',
  '2026-06-01T11:59:59.999+08:00',
  SUSPENDED_FROM,
  '2030-01-01T00:00:00+08:00',
];

/** A set of agreements that may stand together, and a question about them. */
export interface Triple {
  /** Number of the set: with the seed it says which it was. */
  readonly world: number;
  readonly files: readonly AgreementDraft[];
  readonly policy: Policy;
  readonly question: Question;
}

/** Draws questions, many about each set of agreements, until there are enough. */
export function* drawTriples(count: number): Generator<Triple> {
  let drawn = 0;
  for (const [world, files] of fc.sample(agreements, { seed: SEED, numRuns: WORLDS }).entries()) {
    const policy = compileIfSound(files);
    if (policy === null) continue;
    for (const question of fc.sample(questionsAbout(files), { seed: SEED + world, numRuns: 250 })) {
      yield { world, files, policy, question };
      drawn += 1;
    }
    if (drawn >= count) return;
  }
  throw new Error(`Only ${drawn} triples came of ${WORLDS} worlds.`);
}

/** What is asked of a field that changes something, is whether it may be done. */
export function asAsked(action: string, field: FieldFacts | undefined): string {
  return action === 'read' && field?.isAct === true ? 'act' : action;
}

/** What the compiled tables decide. */
export function decideByTable(policy: Policy, question: Question): Decision {
  const { agency, role, purpose, hasCase, breakGlass, nowMs, action, coordinate } = question;
  const ask = { agency, role, purpose, caseReference: hasCase ? 'A-1' : null, breakGlass } as Ask;
  const grant = bindGrant(policy, ask, nowMs);
  return action === 'read' || action === 'act'
    ? grant.decide(coordinate)
    : grant.decideUse(action as Use, coordinate);
}

function compileIfSound(files: readonly AgreementDraft[]): Policy | null {
  const suspensions = files.flatMap(({ uid, version, assigner, suspendedFrom }) =>
    suspendedFrom === undefined
      ? []
      : [{ uid, version, by: assigner, reason: 'a test', fromMs: Date.parse(suspendedFrom) }],
  );
  try {
    const read = files.map((draft, place) => {
      const { suspendedFrom: _, ...file } = draft;
      return readAgreement(file, `${place}.yaml`);
    });
    return compilePolicy(read, referenceCatalogue, { suspensions });
  } catch {
    return null;
  }
}

/** Questions about a file of the set: mostly of a caller whom it serves, now and then of another. */
const questionsAbout = (files: readonly AgreementDraft[]): fc.Arbitrary<Question> =>
  fc.constantFrom(...files).chain(({ assigner, assignee, appliesTo, breakGlass }) => {
    const own = [...FIELDS].filter(([, { owner }]) => owner === assigner).map(([name]) => name);
    const drawn = fc.record({
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
      breakGlass: mostly([breakGlass?.reasons[0]], [undefined, ...REASONS]),
      nowMs: mostly(
        [MID_2026],
        MOMENTS.map((moment) => Date.parse(moment)),
      ),
      action: mostly(['read', 'read', ...ACTIONS], ACTIONS),
      coordinate: mostly(own, [...FIELDS.keys(), 'Road.colour', 'Nothing.id']),
    });
    return drawn.map((question) => ({
      ...question,
      action: asAsked(question.action, FIELDS.get(question.coordinate)),
    }));
  });

function mostly<T>(likely: readonly T[], others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
