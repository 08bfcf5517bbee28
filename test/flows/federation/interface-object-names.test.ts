import type { Planner } from '../../../src/federation/index.ts';
import { federate } from './federate.ts';
import { listErrors } from './listed-errors.ts';

const AGENCIES = {
  known: {
    sdl: `
      type Query { towns: [Town] }
      interface Place @key(fields: "id") { id: ID! }
      type Town implements Place @key(fields: "id") { id: ID! }
    `,
    resolvers: { Query: { towns: () => [{ id: 'p1' }, { id: 'p2' }] } },
  },
  places: {
    sdl: 'type Place @interfaceObject @key(fields: "id") { id: ID! snow: Int }',
    resolvers: { Place: { snow: ({ id }: { id: string }) => Number(id.slice(1)) } },
  },
};

/** As the planner now and then plans: the agency is asked by a type that it does not know, and nothing rewrites it. */
const CARELESS: Planner = {
  plan: async () => ({
    kind: 'QueryPlan',
    node: {
      kind: 'Sequence',
      nodes: [
        { kind: 'Fetch', serviceName: 'known', operation: '{_a0:towns{__typename id}}' },
        {
          kind: 'Flatten',
          path: [{ Field: '_a0' }, '@'],
          node: {
            kind: 'Fetch',
            serviceName: 'places',
            operation:
              'query($representations:[_Any!]!){_entities(representations:$representations){...on Place{_a1:snow}}}',
            requires: [
              {
                kind: 'InlineFragment',
                typeCondition: 'Town',
                selections: [
                  { kind: 'Field', name: '__typename' },
                  { kind: 'Field', name: 'id' },
                ],
              },
            ],
          },
        },
      ],
    },
  }),
  close: async () => undefined,
};

describe('an agency that knows an interface without its types', () => {
  it.each([
    ['this planner’s plans', undefined],
    ['plans that name the type', CARELESS],
  ])('is asked by the interface’s name: %s', async (_name, planner) => {
    const { ask, asked } = federate(AGENCIES, planner === undefined ? {} : { planner });
    const answer = await ask('{ towns { snow } }');
    expect(listErrors(answer)).toEqual([]);
    expect(answer.data).toEqual({ towns: [{ snow: 1 }, { snow: 2 }] });
    expect(asked.at(-1)).toMatchObject({
      subgraph: 'places',
      variables: {
        representations: [
          { __typename: 'Place', id: 'p1' },
          { __typename: 'Place', id: 'p2' },
        ],
      },
    });
  });
});
