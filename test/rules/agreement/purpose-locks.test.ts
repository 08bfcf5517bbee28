import {
  buildCatalogue,
  checkSchema,
  compilePolicy,
  readAgreement,
  type SubgraphDocument,
} from '../../../src/agreement/index.ts';
import {
  complaintOf,
  draft,
  type Draft,
  permit,
  permitWith,
  purposes,
  roles,
  smallSchema,
} from './fixture.ts';

/** The small schema with the plate of a passage locked. */
function lockedSchema(
  lock = '@onlyFor(purpose: "PUBLIC_SAFETY")',
  where = '@subject(kind: PLATE)',
): SubgraphDocument[] {
  return smallSchema((sdl) =>
    sdl.includes(where)
      ? `directive @onlyFor(purpose: String!) on FIELD_DEFINITION ${sdl.replace(where, `$& ${lock}`)}`
      : sdl,
  );
}
const LOCKED = buildCatalogue(lockedSchema());

const WITH_CASE = { requires: { caseReference: true } };
const MASK = { mask: { fn: 'plate.region' } };
const BOUND = { limit: { perDay: 50 } };

/** An agreement about plates for some purposes. */
function plates(served: readonly string[], clause: Draft, changes: Draft = {}): Draft {
  return draft({
    appliesTo: [purposes(...served), roles('partner')],
    rows: { Passage: 'all' },
    permission: [permit('p1', 'read', 'Query.roads', 'Road.id', 'Road.name'), clause],
    ...changes,
  });
}

function complaintOfLocked(input: Draft): string {
  try {
    compilePolicy([readAgreement(input, 'file')], LOCKED);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const PLATE = 'Passage.plate';
const CLEAR = permitWith(WITH_CASE, 'p2', 'read', PLATE);

describe('What is for one purpose only', () => {
  it.each<[string, Draft, RegExp]>([
    [
      'in clear for another purpose',
      plates(['ROAD_SAFETY'], CLEAR),
      /p2: read Passage.plate is for PUBLIC_SAFETY alone/,
    ],
    [
      'in clear for that and another',
      plates(['PUBLIC_SAFETY', 'ROAD_SAFETY'], CLEAR),
      /is for PUBLIC_SAFETY alone/,
    ],
    [
      'in clear for everybody',
      plates([], CLEAR, { assignee: 'AG-PUBLIC', appliesTo: [roles('public')] }),
      /is for PUBLIC_SAFETY alone/,
    ],
    [
      'in clear without a case',
      plates(['PUBLIC_SAFETY'], permit('p2', 'read', PLATE)),
      /read Passage.plate takes a case/,
    ],
    [
      'matched for another purpose, though masked',
      plates(
        ['ROAD_SAFETY'],
        permitWith({ ...MASK, ...WITH_CASE, ...BOUND }, 'p2', ['read', 'match'], PLATE),
      ),
      /p2: match Passage.plate is for PUBLIC_SAFETY alone/,
    ],
    [
      'matched without a case',
      plates(['PUBLIC_SAFETY'], permitWith(BOUND, 'p2', 'match', PLATE)),
      /match Passage.plate takes a case/,
    ],
    [
      'matched without a bound',
      plates(['PUBLIC_SAFETY'], permitWith(WITH_CASE, 'p2', 'match', PLATE)),
      /match Passage.plate takes a bound: limit: \{perDay: 50\}/,
    ],
  ])('is not %s', (_how, input, complaint) => {
    expect(complaintOfLocked(input)).toMatch(complaint);
    // Positive control: without the lock nothing is wrong with it.
    expect(complaintOf(input)).toBe('');
  });

  it.each<[string, Draft]>([
    ['in clear for that purpose and a case', plates(['PUBLIC_SAFETY'], CLEAR)],
    [
      'where the agreement as a whole asks for the case',
      plates(['PUBLIC_SAFETY'], permit('p2', 'read', PLATE), WITH_CASE),
    ],
    [
      'matched for that purpose, a case, and so often',
      plates(['PUBLIC_SAFETY'], permitWith({ ...WITH_CASE, ...BOUND }, 'p2', ['read', 'match'], PLATE)),
    ],
    ['masked for another', plates(['ROAD_SAFETY'], permitWith(MASK, 'p2', 'read', PLATE))],
  ])('may be %s', (_how, input) => {
    expect(complaintOfLocked(input)).toBe('');
  });
});

describe('A lock in the schema', () => {
  const placesOf = (documents: readonly SubgraphDocument[]): string[] =>
    checkSchema(documents).map(({ place, rule }) => `${place} ${rule}`);

  it('names a purpose, once, of a value', () => {
    expect(placesOf(lockedSchema())).toEqual([]);
    expect(placesOf(lockedSchema('@onlyFor(purpose: "SAFETY")'))).toEqual([
      'Passage.plate locks-name-a-purpose',
    ]);
    expect(
      placesOf(lockedSchema('@onlyFor(purpose: "MEDIATION") @onlyFor(purpose: "PUBLIC_SAFETY")')),
    ).toEqual(['Passage.plate locks-name-a-purpose']);
    expect(
      placesOf(lockedSchema(undefined, '"Camera." camera: Camera @sensitivity(level: INTERNAL)')),
    ).toEqual(['Passage.camera locks-name-a-purpose']);
  });

  it('is no rule of an interface, which its types would pass by', () => {
    const lock = '"I." interface I { "A." a: Int @onlyFor(purpose: "MEDIATION") } "A camera." type Camera';
    const onInterface = smallSchema((sdl) =>
      sdl.includes('AG-ROADS')
        ? `directive @onlyFor(purpose: String!) on FIELD_DEFINITION ${sdl.replace('"A camera." type Camera', lock)}`
        : sdl,
    );
    expect(placesOf(onInterface)).toEqual(['I.a rules-stand-on-concrete-types']);
  });
});
