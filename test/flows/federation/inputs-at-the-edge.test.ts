import fc from 'fast-check';
import type { Backing, Decision, Grant, Use } from '../../../src/agreement/index.ts';
import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { listErrors } from './listed-errors.ts';

const AGENCIES = {
  police: {
    sdl: `
      type Query { cars(plate: String, where: CarFilter, order: CarOrder = BY_ID, first: Int): [Car!] any: [Vehicle!] }
      type Mutation { park(plate: String): Car }
      input CarFilter { owner: String, not: CarFilter, all: [CarFilter!] }
      enum CarOrder { BY_ID BY_OWNER }
      interface Vehicle { id: ID! near(plate: String): [Car!] }
      type Car implements Vehicle @key(fields: "id") { id: ID! near(plate: String): [Car!] }
      type Bus implements Vehicle { id: ID! near(plate: String): [Car!] }
    `,
    resolvers: {
      Query: { cars: () => [{ id: '1' }], any: () => [{ __typename: 'Bus', id: '2' }] },
      Vehicle: { __resolveType: () => 'Bus' },
    },
  },
};

const back = (coordinate: string, use: Use): readonly Backing[] => [{ coordinate, use }];
const INPUTS = new Map<string, readonly Backing[]>([
  ['Query.cars(plate:)', back('Car.plate', 'match')],
  ['Query.cars(where:)', []],
  ['Query.cars(order:)', []],
  ['Query.cars(first:)', []],
  ['Mutation.park(plate:)', back('Car.plate', 'match')],
  ['CarFilter.owner', back('Car.owner', 'filter')],
  ['CarOrder.BY_OWNER', back('Car.owner', 'sort')],
  ['Car.near(plate:)', back('Car.plate', 'match')],
]);

const DENIED: Decision = {
  kind: 'deny',
  mask: null,
  rule: 'default',
  code: 'NOT_GRANTED',
  agreementUid: null,
};

/** Opens everything but some uses, and tells which were asked about. */
function grantWithout(...denied: readonly string[]): Grant {
  const open = grantBut();
  return {
    ...open,
    digest: `without ${denied.join()}`,
    decideUse: (use, coordinate) =>
      denied.includes(`${use} ${coordinate}`) ? DENIED : open.decideUse(use, coordinate),
  };
}

// Each asks with an input that is denied. The gateway's own check of inputs is the request flow's, not part of this.
const QUERIES: readonly (readonly [use: string, query: string, variables: Record<string, unknown>])[] = [
  ['match Car.plate', '{ cars(plate: "蒙E12345") { id } }', {}],
  ['match Car.plate', '{ cars(plate: null) { id } }', {}],
  ['match Car.plate', 'query ($p: String) { cars(plate: $p) { id } }', { p: '蒙E12345' }],
  ['match Car.plate', 'query ($p: String = "蒙E12345") { cars(plate: $p) { id } }', {}],
  ['match Car.plate', 'query ($p: String) { x: cars { near(plate: $p) { id } } }', { p: 'x' }],
  ['match Car.plate', '{ any { ... on Car { near(plate: "x") { id } } } }', {}],
  ['match Car.plate', '{ any { near(plate: "x") { id } } }', {}],
  ['filter Car.owner', '{ cars(where: { owner: "Ann" }) { id } }', {}],
  ['filter Car.owner', '{ cars(where: { not: { all: [{ owner: "Ann" }] } }) { id } }', {}],
  ['filter Car.owner', 'query ($w: CarFilter) { cars(where: $w) { id } }', { w: { not: { owner: 'A' } } }],
  ['filter Car.owner', 'query ($o: String) { cars(where: { owner: $o }) { id } }', { o: 'A' }],
  ['sort Car.owner', '{ cars(order: BY_OWNER) { id } }', {}],
  ['sort Car.owner', 'query ($o: CarOrder) { cars(order: $o) { id } }', { o: 'BY_OWNER' }],
];

const plate = fc.option(fc.constantFrom('蒙E12345', 'x'));
const order = fc.constantFrom('BY_ID', 'BY_OWNER');
const { where } = fc.letrec((tie) => ({
  where: fc.record(
    {
      owner: fc.option(fc.constant('Ann')),
      not: tie('where'),
      all: fc.array(tie('where'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
}));
const INPUT_OF_USE: Readonly<Record<string, string>> = {
  'match Car.plate': 'Query.cars(plate:)',
  'filter Car.owner': 'CarFilter.owner',
  'sort Car.owner': 'CarOrder.BY_OWNER',
};

describe('an agency judges arguments itself', () => {
  it.each(QUERIES)('refuses to %s: %s', async (use, query, variables) => {
    const { ask, faults } = federate(AGENCIES, { inputs: INPUTS });
    for (let turn = 0; turn < 2; turn++) {
      const answer = await ask(query, variables, grantWithout(use));
      expect(listErrors(answer)).toEqual([expect.stringContaining('SUBGRAPH_REFUSED')]);
      expect(JSON.stringify(answer.data)).not.toContain('id');
      expect(String(faults.at(-1))).toContain(
        `police does not let this caller ${use.replace(' ', ' by ')} (`,
      );
    }
    // Positive controls: another grant, or the guard off, and the same question is answered.
    expect((await ask(query, variables, grantWithout('match Car.colour'))).errors).toEqual([]);
    expect((await federate(AGENCIES).ask(query, variables, grantWithout(use))).errors).toEqual([]);
  });

  it.each([
    ['a variable that the client left out', 'query ($p: String) { cars(plate: $p) { id } }'],
    ['what the schema fills in by itself', '{ cars { id } }'],
    ['an input that tests nothing', '{ cars(first: 3, order: BY_ID, where: {}) { id } }'],
    ['the same argument of another type', '{ any { ... on Bus { near(plate: "x") { id } } } }'],
  ])('does not take %s for a use', async (_what, query) => {
    const { ask } = federate(AGENCIES, { inputs: INPUTS });
    const grant = grantWithout('match Car.plate', 'filter Car.owner', 'sort Car.owner');
    expect((await ask(query, {}, grant)).errors).toEqual([]);
  });

  it('refuses by any values that use what is denied, and by no others', async () => {
    const query =
      'query ($p: String, $w: CarFilter, $o: CarOrder) { cars(plate: $p, where: $w, order: $o, first: 1) { id } }';
    const { plan, ask } = federate(AGENCIES, { inputs: INPUTS });
    const given = fc.record({ p: plate, w: where, o: order }, { requiredKeys: [] });
    const refused = { yes: 0, no: 0 };
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom(...Object.keys(INPUT_OF_USE)), async (variables, use) => {
        const isUsed = plan(query, variables).inputUses(variables).includes(INPUT_OF_USE[use]!);
        const { errors } = await ask(query, variables, grantWithout(use));
        expect(errors.length).toBe(isUsed ? 1 : 0);
        refused[isUsed ? 'yes' : 'no'] += 1;
      }),
      { seed: 20_261_123, numRuns: 500 },
    );
    expect(Math.min(refused.yes, refused.no)).toBeGreaterThan(100);
  });

  it('refuses before anything is done', async () => {
    const done: string[] = [];
    const resolvers = { ...AGENCIES.police.resolvers, Mutation: { park: () => void done.push('parked') } };
    const { ask } = federate({ police: { ...AGENCIES.police, resolvers } }, { inputs: INPUTS });
    await ask('mutation { park(plate: "x") { id } }', {}, grantWithout('match Car.plate'));
    expect(done).toEqual([]);
    await ask('mutation { park(plate: "x") { id } }');
    expect(done).toEqual(['parked']);
  });
});
