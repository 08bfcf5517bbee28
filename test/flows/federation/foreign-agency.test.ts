import fc from 'fast-check';
import { parse } from 'graphql';
import type { Grant } from '../../../src/agreement/index.ts';
import { maskOnArrival, type SubgraphAnswer } from '../../../src/federation/index.ts';
import type { MaskSpec } from '../../../src/masking/index.ts';
import { federate } from './federate.ts';
import { askForeign, ENTITIES, ForeignAgency } from './foreign-agency.ts';
import { grantBut } from './open-grant.ts';

const PLATE: MaskSpec = { fn: 'plate.region' };
const SECRET = '蒙E12345';
const MASKED = '蒙E*****';
const MASK_CARS = grantBut({ 'Car.plate': PLATE, 'Car.plates': PLATE });
const MASK_ALL = grantBut({
  'Car.plate': PLATE,
  'Car.plates': PLATE,
  'Bus.plate': PLATE,
  'Maker.name': PLATE,
});

describe('a foreign agency that answers well', () => {
  it('is masked on arrival: under aliases, in lists, through fragments and entities', async () => {
    const car = { id: '1', x: SECRET, plates: [[SECRET, null], null], maker: { name: 'Ann' } };
    const { data, codes } = await askForeign(
      { data: { cars: [car, car], vehicles: [{ __typename: 'Bus', p: SECRET }] } },
      '{ cars { id x: plate plates maker { name } } vehicles { ... on Car { p: plate } ... on Bus { p: plate } } }',
      MASK_CARS,
    );
    const masked = { id: '1', x: MASKED, plates: [[MASKED, null], null], maker: { name: 'Ann' } };
    expect(data).toEqual({ cars: [masked, masked], vehicles: [{ p: SECRET }] });
    expect(codes).toEqual([]);
  });

  it('is asked for the types that masks depend on, and for nothing that is denied', async () => {
    const { asked } = await askForeign({ data: {} }, '{ any { ... on Car { plate } } }', MASK_CARS);
    expect(asked.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '{ any { __typename ... on Car { plate } } }',
    ]);
    for (const query of [
      '{ car { secretFile } }',
      '{ any { ... on Car { x: secretFile } } }',
      '{ nothing }',
    ]) {
      const refused = await askForeign({ data: {} }, query, grantBut({ 'Car.secretFile': 'deny' }));
      expect(refused).toMatchObject({ data: null, codes: [': SUBGRAPH_REFUSED'], asked: [] });
      expect(refused.faults).toEqual([expect.stringContaining('foreign does not give')]);
    }
    // Positive control.
    expect((await askForeign({ data: {} }, '{ car { secretFile } }', grantBut())).asked.length).toBe(1);
  });

  it('keeps its errors where they have a place, and says nothing with them', async () => {
    const given = {
      data: { cars: [{ plate: null }] },
      errors: [
        { message: SECRET, path: ['cars', 0, 'plate'], extensions: { code: 'CASE_INVALID' } },
        { message: SECRET, path: ['cars', 13_800_138_000, 'plate'] },
        { message: SECRET },
      ],
    };
    const { answer, codes } = await askForeign(given, '{ cars { plate } }', MASK_CARS);
    expect(codes).toEqual(['cars.0.plate: CASE_INVALID', 'cars: undefined', ': undefined']);
    expect(JSON.stringify(answer)).not.toMatch(/蒙|13800138000/);
    const nothing = { data: null, errors: [{ message: SECRET, path: ['cars', 13_800_138_000] }] };
    expect((await askForeign(nothing, '{ cars { plate } }', MASK_CARS)).codes).toEqual([': undefined']);
  });
});

// What is selected is masked on cars; what arrives is not what was asked for.
const LIES: readonly (readonly [string, unknown, string, unknown])[] = [
  [
    'an object where a text is due',
    { car: { plate: { plate: SECRET } } },
    '{ car { plate } }',
    { car: { plate: null } },
  ],
  ['a list where a text is due', { car: { plate: [SECRET] } }, '{ car { plate } }', { car: { plate: null } }],
  ['a number where a text is due', { car: { plate: 12345 } }, '{ car { plate } }', { car: { plate: null } }],
  ['a text where an object is due', { car: SECRET }, '{ car { plate } }', { car: null }],
  ['a list where an object is due', { car: [{ plate: SECRET }] }, '{ car { plate } }', { car: null }],
  ['an object where a list is due', { cars: { plate: SECRET } }, '{ cars { plate } }', { cars: null }],
  ['too few lists', { grid: [{ plate: SECRET }] }, '{ grid { plate } }', { grid: [null] }],
  ['too many lists', { cars: [[{ plate: SECRET }]] }, '{ cars { plate } }', { cars: [null] }],
  [
    'lists in a leaf’s lists',
    { car: { plates: [[[SECRET]]] } },
    '{ car { plates } }',
    { car: { plates: [[null]] } },
  ],
  ['no type', { vehicles: [{ plate: SECRET }] }, '{ vehicles { plate } }', { vehicles: [null] }],
  [
    'a type that is none',
    { vehicles: [{ __typename: 'Plane', plate: SECRET }] },
    '{ vehicles { plate } }',
    { vehicles: [null] },
  ],
  [
    'the interface’s name',
    { vehicles: [{ __typename: 'Vehicle', plate: SECRET }] },
    '{ vehicles { plate } }',
    { vehicles: [null] },
  ],
  [
    'a type that is not of the union',
    { any: [{ __typename: 'Maker', p: SECRET }] },
    '{ any { ... on Car { p: plate } } }',
    { any: [null] },
  ],
  [
    'a type in a list',
    { vehicles: [{ __typename: ['Car'], plate: SECRET }] },
    '{ vehicles { plate } }',
    { vehicles: [null] },
  ],
  [
    'another type than the schema’s',
    { car: { __typename: 'Bus', plate: SECRET } },
    '{ car { plate } }',
    { car: null },
  ],
  [
    'another type under an alias',
    { car: { t: 'Bus', plate: SECRET } },
    '{ car { t: __typename plate } }',
    { car: { t: null, plate: MASKED } },
  ],
  [
    'a field of the other type',
    { any: [{ __typename: 'Bus', p: SECRET }] },
    '{ any { ... on Car { p: plate } } }',
    { any: [{}] },
  ],
  [
    'what was not asked for',
    { car: { plate: SECRET, secretFile: SECRET, p: SECRET } },
    '{ car { plate } }',
    { car: { plate: MASKED } },
  ],
  [
    'an enum value that is none',
    { car: { colour: SECRET } },
    '{ car { colour } }',
    { car: { colour: null } },
  ],
  ['a number that is none', { car: { seats: SECRET } }, '{ car { seats } }', { car: { seats: null } }],
];

describe('a foreign agency that lies', () => {
  it.each(LIES)('answers %s: no value passes unmasked', async (_what, given, query, expected) => {
    const { data, answer } = await askForeign({ data: given }, query, MASK_CARS);
    expect(data).toEqual(expected);
    expect(JSON.stringify(answer)).not.toContain('12345');
  });

  it('is told of to the operator, by place and without the value; the caller sees a fault there', async () => {
    const { codes, faults } = await askForeign(
      { data: { cars: [{ plate: {} }, { plate: SECRET }, SECRET] } },
      '{ cars { plate } }',
      MASK_CARS,
    );
    expect(codes).toEqual(['cars.0.plate: SUBGRAPH_FAULT', 'cars.2: SUBGRAPH_FAULT']);
    expect(faults).toEqual([
      expect.stringContaining(
        'foreign answered what does not fit its schema at cars.0.plate and 1 places more',
      ),
    ]);
  });

  it('reads keys of prototypes as nothing', async () => {
    const given = JSON.parse(
      `{"car":{"__proto__":{"plate":"${SECRET}"},"constructor":{"plate":"${SECRET}"}}}`,
    ) as object;
    const { data } = await askForeign({ data: given }, '{ car { plate } }', MASK_CARS);
    expect(data).toEqual({ car: {} });
    expect(({} as Record<string, unknown>)['plate']).toBeUndefined();
  });

  it.each([['Bus'], ['Plane'], [undefined]])(
    'answers for an entity of another type (%s): a car stays a car',
    async (typeName) => {
      const representations = [{ __typename: 'Car', id: '1' }];
      const given = { data: { _entities: [{ __typename: typeName, plate: SECRET }] } };
      const query = ENTITIES('... on Car { plate } ... on Bus { plate }');
      const { data, codes } = await askForeign(given, query, MASK_CARS, { representations });
      expect(data).toEqual({ _entities: [null] });
      expect(codes).toEqual(['_entities.0: SUBGRAPH_FAULT']);
      // Positive control: of its own type it is answered, and masked.
      const honest = { data: { _entities: [{ __typename: 'Car', plate: SECRET }] } };
      const masked = await askForeign(honest, query, MASK_CARS, { representations });
      expect(masked.data).toEqual({ _entities: [{ plate: MASKED }] });
    },
  );

  it('answers more entities than asked for: the list stays as long as it is, for the gateway to refuse', async () => {
    const entity = { __typename: 'Car', plate: SECRET };
    const representations = [{ __typename: 'Car', id: '1' }];
    const given = { data: { _entities: [entity, entity] } };
    const { data } = await askForeign(given, ENTITIES('... on Car { plate }'), MASK_CARS, {
      representations,
    });
    expect(data).toEqual({ _entities: [{ plate: MASKED }, null] });
  });

  it('nests without end: the gateway lives', async () => {
    let nested: unknown = SECRET;
    for (let level = 0; level < 100_000; level++) nested = level % 2 === 0 ? [nested] : { plate: nested };
    const { data } = await askForeign(
      { data: { cars: nested, car: { doors: nested } } },
      '{ cars { plate } car { doors } }',
      MASK_CARS,
    );
    expect(data).toEqual({ cars: null, car: { doors: null } });
  });

  // Anything JSON, made of the names that were asked for, so that many answers nearly fit.
  const lies = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(SECRET, null, 12345),
      fc.array(tie('value'), { maxLength: 2 }),
      fc
        .dictionary(
          fc.constantFrom('plate', 'p', 'plates', 'maker', 'name', 'id', 'secretFile'),
          tie('value'),
          { maxKeys: 4 },
        )
        .chain((fields) =>
          fc
            .constantFrom('Car', 'Bus', 'Maker', 'Vehicle', 'Plane', undefined, 7)
            .map((typeName): unknown => ({ __typename: typeName, ...fields })),
        ),
    ),
  })).value;
  const QUERY =
    '{ car { plate plates maker { name } } cars { p: plate } vehicles { plate maker { name } } any { ... on Car { p: plate } ... on Bus { p: plate maker { name } } } grid { plates } }';
  const rootOf = fc.record({ car: lies, cars: lies, vehicles: lies, any: lies, grid: lies });
  const OPEN = grantBut();
  const agency = new ForeignAgency();
  const asked = (data: unknown, grant: Grant): Promise<SubgraphAnswer> => {
    agency.answers = { data };
    return agency.ask(QUERY, grant);
  };
  const listOf = (value: unknown) => (Array.isArray(value) ? value : [value]);
  const nearlyFitting = rootOf.map(({ cars, vehicles, any, ...root }) => ({
    ...root,
    cars: listOf(cars),
    vehicles: listOf(vehicles),
    any: listOf(any),
  }));

  it('whatever it answers, a value that is masked wherever it may stand never passes', async () => {
    await fc.assert(
      fc.asyncProperty(nearlyFitting, async (data) => {
        expect(JSON.stringify(await asked(data, MASK_ALL))).not.toContain('12345');
      }),
      { numRuns: 500 },
    );
    // Positive control: without masks the same answers let it through.
    const found = await fc.check(
      fc.asyncProperty(nearlyFitting, async (data) => {
        return !JSON.stringify(await asked(data, OPEN)).includes('12345');
      }),
      { numRuns: 500 },
    );
    expect(found.failed).toBe(true);
  });

  it('whatever it answers, what is open for buses only stands on a bus', async () => {
    const grant = grantBut({ 'Car.plate': PLATE, 'Car.plates': PLATE, 'Maker.name': PLATE });
    await fc.assert(
      fc.asyncProperty(nearlyFitting, async (data) => {
        JSON.stringify(
          (await asked(data, grant)).data,
          function (this: Record<string, unknown>, key, value: unknown) {
            if (value === SECRET)
              expect([key === 'plate' || key === 'p', this['__typename']]).toEqual([true, 'Bus']);
            return value;
          },
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a foreign agency behind the gateway', () => {
  const OWN = `
    type Query { vehicle: Vehicle }
    interface Vehicle { id: ID! }
    type Car implements Vehicle @key(fields: "id") { id: ID! }
    type Bus implements Vehicle @key(fields: "id") { id: ID! }
  `;
  const FOREIGN = `
    interface Vehicle { id: ID! note: String }
    type Car implements Vehicle @key(fields: "id") { id: ID! note: String }
    type Bus implements Vehicle @key(fields: "id") { id: ID! note: String }
  `;
  const own = {
    sdl: OWN,
    resolvers: {
      Query: { vehicle: () => ({ __typename: 'Car', id: '1' }) },
    },
  };

  function open(answer: SubgraphAnswer) {
    const onFault = (): void => undefined;
    const maskKeysFor = () => ({ tokenKey: () => Buffer.alloc(32, 1) });
    const foreign = { name: 'foreign', execute: async () => answer };
    const document = parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") ${FOREIGN}`);
    const masked = maskOnArrival(foreign, document, { inputs: new Map(), maskKeysFor, onFault });
    return federate({ own, foreign: { sdl: FOREIGN } }, { replace: { foreign: () => masked } });
  }

  it('F2: cannot say that a known car is a bus, whose field is open', async () => {
    const grant = grantBut({ 'Car.note': PLATE });
    const noted = (typeName: string) =>
      open({ data: { _entities: [{ __typename: typeName, _a1: SECRET, _a2: SECRET }] } });
    const query = '{ vehicle { ... on Car { note } ... on Bus { n: note } } }';
    const lying = await noted('Bus').ask(query, {}, grant);
    expect(lying.data).toEqual({ vehicle: { note: null } });
    expect(JSON.stringify(await noted('Car').ask(query, {}, grant))).toContain(MASKED);
  });
});
