import * as fc from 'fast-check';
import {
  type Ask,
  bindGrant,
  buildCatalogue,
  compilePolicy,
  diffAgreements,
  listClasses,
  type Policy,
  readAgreement,
  recallGrant,
  tiesOf,
} from '../../../src/agreement/index.ts';
import { type Draft, draft, MID_2026, permit, smallSchema } from './fixture.ts';

const catalogue = buildCatalogue(
  smallSchema((sdl) =>
    sdl.replace(
      'type Passage @rowScoped(by: [SPATIAL, AGE, USAGE])',
      'type Passage @rowScoped(by: [AGE, AGENCY, CASE])',
    ),
  ),
);
const OWN = { leftOperand: 'agency', operator: 'eq', rightOperand: 'own' };
const STATED = { leftOperand: 'case', operator: 'eq', rightOperand: 'stated' };

const passages = (rows: unknown, changes: Draft = {}): Draft =>
  draft({ rows: { Passage: rows }, permission: [permit('p1', 'read', 'Passage.speed')], ...changes });
const compile = (...drafts: Draft[]): Policy =>
  compilePolicy(
    drafts.map((input, place) => readAgreement(input, `${place}.yaml`)),
    catalogue,
  );
const asking = (ask: Partial<Ask> = {}): Ask => ({
  agency: 'AG-POLICE',
  role: 'partner',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
  ...ask,
});

/** What rows must be tied to for this caller; null where it sees none. */
function tiesFor(policy: Policy, ask: Ask): readonly string[] | null {
  const { scopes } = bindGrant(policy, ask, MID_2026);
  const scope = scopes.get('Passage');
  return scope === undefined ? null : tiesOf(scope, ask);
}

const complaintOf = (input: Draft): string => {
  try {
    compile(input);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('Rows of the own agency and of the stated case', () => {
  it('are tied to the agency of whoever asks', () => {
    expect(tiesFor(compile(passages([OWN])), asking())).toEqual(['AG-POLICE']);
    expect(tiesFor(compile(passages([OWN])), asking({ caseReference: 'A-1' }))).toEqual(['AG-POLICE']);
  });

  it('are tied to the case by the agency whose case it is: another may use the number too', () => {
    expect(tiesFor(compile(passages([STATED])), asking({ caseReference: 'A-1' }))).toEqual(['AG-POLICE A-1']);
  });

  it('must be tied to both where both are asked for', () => {
    expect(tiesFor(compile(passages([OWN, STATED])), asking({ caseReference: 'A-1' }))).toEqual([
      'AG-POLICE',
      'AG-POLICE A-1',
    ]);
  });

  it('are none where no case is stated', () => {
    expect(tiesFor(compile(passages([STATED])), asking())).toBeNull();
    expect(tiesFor(compile(passages([OWN, STATED])), asking())).toBeNull();
  });

  it('may be tied to anything where neither is asked for', () => {
    expect(tiesFor(compile(passages('all')), asking({ caseReference: 'A-1' }))).toEqual([]);
    expect(
      tiesFor(compile(passages([{ leftOperand: 'age', operator: 'lteq', rightOperand: 'P90D' }])), asking()),
    ).toEqual([]);
  });

  it('are none for whoever is of no agency', () => {
    const scope = {
      divisions: [''],
      maxAgeMs: null,
      withheldUsages: [],
      ofOwnAgency: true,
      ofStatedCase: false,
    };
    expect(tiesOf(scope, { agency: null, caseReference: null })).toBeNull();
  });

  it.each([
    ['another agency', { ...OWN, rightOperand: 'AG-CASES' }, 'write own'],
    ['another case', { ...STATED, rightOperand: 'A-1' }, 'write stated'],
    ['another operator', { ...OWN, operator: 'isAnyOf' }, 'eq'],
  ])('are refused for %s', (_said, constraint, complaint) => {
    expect(complaintOf(passages([constraint]))).toContain(complaint);
  });

  it('are refused twice, on a type that does not enforce them, and for the public', () => {
    expect(complaintOf(passages([OWN, OWN]))).toContain('rows.Passage: agency is constrained twice');
    expect(
      complaintOf(draft({ rows: { Camera: [STATED] }, permission: [permit('p1', 'read', 'Camera.id')] })),
    ).toContain('rows.Camera: case is not enforced for this type: remove it');
    expect(
      complaintOf(
        passages([STATED], {
          assignee: 'AG-PUBLIC',
          appliesTo: [{ leftOperand: 'role', operator: 'isAnyOf', rightOperand: ['public'] }],
        }),
      ),
    ).toContain('rows.Passage: the public has no agency and states no case: remove case');
  });

  it('can be tried by the agreement’s own tests', () => {
    const test = (caseReference: boolean, rows: string, expected: string): Draft =>
      passages([STATED], {
        tests: [
          { caller: { role: 'partner', purpose: 'ROAD_SAFETY', caseReference }, rows, expect: expected },
        ],
      });
    expect(complaintOf(test(true, 'Passage', 'allow'))).toBe('');
    expect(complaintOf(test(false, 'Passage', 'deny'))).toBe('');
    expect(complaintOf(test(false, 'Passage', 'allow'))).toContain('rows Passage expects allow, and is deny');
    expect(complaintOf(test(true, 'Passages', 'deny'))).toContain('Passages is not in the schema');
  });

  it('make classes with and without a case, and differ in a diff', () => {
    expect(listClasses(compile(passages([STATED]))).map(({ hasCase }) => hasCase)).toEqual([false, true]);
    const [before, after] = [passages([OWN]), passages([OWN, STATED])].map((input) =>
      readAgreement(input, 'a.yaml'),
    );
    expect(diffAgreements(before!, after!, catalogue)).toEqual([
      {
        who: 'AG-POLICE partner ROAD_SAFETY',
        what: 'rows of Passage',
        before: 'everywhere; of the own agency',
        after: 'none',
      },
      {
        who: 'AG-POLICE partner ROAD_SAFETY with a case',
        what: 'rows of Passage',
        before: 'everywhere; of the own agency',
        after: 'everywhere; of the own agency; of the stated case',
      },
    ]);
  });
});

describe('What is kept by a grant’s digest', () => {
  const digest = (policy: Policy, ask: Partial<Ask>): string =>
    recallGrant(policy, asking(ask), MID_2026).digest;

  it.each([
    ['the agency', OWN],
    ['the case', STATED],
  ])(
    'is one for all cases where rows are opened by %s: no decision depends on which it is',
    (_said, rows) => {
      const policy = compile(passages([rows]));
      expect(digest(policy, { caseReference: 'A-1' })).toBe(digest(policy, { caseReference: 'A-2' }));
      expect(digest(policy, { caseReference: 'A-1' })).not.toBe(digest(policy, {}));
    },
  );

  it('is another for each agency', () => {
    const policy = compile(
      passages([OWN]),
      passages([OWN], { uid: 'urn:agr:test:roads-cases:1', assignee: 'AG-CASES' }),
    );
    expect(digest(policy, {})).not.toBe(digest(policy, { agency: 'AG-CASES' }));
    expect(tiesFor(policy, asking({ agency: 'AG-CASES' }))).toEqual(['AG-CASES']);
  });
});

const AGENCIES = ['AG-POLICE', 'AG-CASES', 'AG-ROADS'] as const;
const NUMBERS = ['A-1', 'A-2', 'AG-CASES'] as const;

interface Row {
  readonly agencies: readonly string[];
  readonly cases: readonly { readonly agency: string; readonly number: string }[];
}

/** Whether a caller sees the row, read from the file as docs/agreements.md reads: no table, no key. */
function reads(file: Draft, { agency, caseReference }: Ask, row: Row): boolean {
  const stated = (file['rows'] as { Passage: 'all' | readonly (typeof OWN)[] }).Passage;
  if (file['assignee'] !== agency) return false;
  if (stated === 'all') return true;
  return stated.every(({ leftOperand }) =>
    leftOperand === 'agency'
      ? row.agencies.some((party) => party === agency)
      : row.cases.some((one) => one.agency === agency && one.number === caseReference),
  );
}

const triples = fc.record({
  rows: fc.constantFrom('all' as const, [OWN], [STATED], [OWN, STATED]),
  assignee: fc.constantFrom(...AGENCIES),
  agency: fc.constantFrom(...AGENCIES),
  caseReference: fc.constantFrom(null, ...NUMBERS),
  row: fc.record({
    agencies: fc.subarray([...AGENCIES]),
    cases: fc.array(
      fc.record({ agency: fc.constantFrom(...AGENCIES), number: fc.constantFrom(...NUMBERS) }),
      { maxLength: 2 },
    ),
  }),
});

/** How many of 3,000 drawn triples of agreement, caller and row the two judge alike, and how many rows they see. */
function compare(judge: typeof reads): { alike: number; seen: number } {
  const drawn = fc.sample(triples, { numRuns: 3_000, seed: 20_261_122 });
  const verdicts = drawn.map(({ rows, assignee, agency, caseReference, row }) => {
    const file = passages(rows, { assignee });
    const ask = asking({ agency, caseReference });
    const needed = tiesFor(compile(file), ask);
    const held = new Set([...row.agencies, ...row.cases.map((one) => `${one.agency} ${one.number}`)]);
    const isSeen = needed !== null && needed.every((tie) => held.has(tie));
    return { isAlike: isSeen === judge(file, ask, row), isSeen };
  });
  return {
    alike: verdicts.filter(({ isAlike }) => isAlike).length,
    seen: verdicts.filter(({ isSeen }) => isSeen).length,
  };
}

describe('A slow reading of the files', () => {
  it('sees the rows that the compiled scopes see, of 3,000 agreements, callers and rows', () => {
    const { alike, seen } = compare(reads);
    expect(alike).toBe(3_000);
    expect(seen).toBeGreaterThan(300);
  });

  it.each<[string, typeof reads]>([
    [
      'takes the case of any agency',
      (file, ask, row) =>
        reads(file, ask, { ...row, cases: row.cases.map((one) => ({ ...one, agency: ask.agency! })) }),
    ],
    ['forgets the agency', (file, ask, row) => reads(file, ask, { ...row, agencies: [...AGENCIES] })],
    [
      'adds up where both are asked for',
      (file, ask, row) => reads(file, ask, row) || reads({ ...file, rows: { Passage: [OWN] } }, ask, row),
    ],
  ])('is told from one that %s', (_fault, faulty) => {
    expect(compare(faulty).alike).toBeLessThan(3_000);
  });
});
