import { fail, type Scenario } from '../scenario.ts';

const THINGS = [
  { __typename: 'Bridge', id: 'b1', name: 'Hulun', spans: 4, next: { __typename: 'Tunnel', id: 't1' } },
  { __typename: 'Tunnel', id: 't1', name: 'Xing’an', lengthM: 990, next: null },
  null,
  { __typename: 'Bridge', id: 'b2', name: 'Hake', spans: 2, next: { __typename: 'Bridge', id: 'b1' } },
];
const find = ({ id }: { id: string }) => THINGS.find((each) => each?.id === id) ?? null;
const next = (row: { next: { id: string } | null }) => row.next && find(row.next);

const structures = {
  sdl: `
    type Query { structures: [Structure] anything: [Anything] bridge: Bridge }
    interface Structure { id: ID! name: String next: Structure }
    type Bridge implements Structure @key(fields: "id") { id: ID! name: String spans: Int next: Structure }
    type Tunnel implements Structure @key(fields: "id") { id: ID! name: String lengthM: Int! next: Tunnel }
    type Sign { text: String name: Int }
    union Anything = Bridge | Tunnel | Sign
  `,
  resolvers: {
    Query: {
      structures: () => THINGS,
      anything: () => [THINGS[1], { __typename: 'Sign', text: 'No entry', name: 7 }, THINGS[0]],
      bridge: () => THINGS[0],
    },
    Bridge: { __resolveReference: find, next },
    Tunnel: { __resolveReference: find, next },
  },
};

const works = {
  sdl: `
    type Bridge @key(fields: "id") { id: ID! works: [Work!] }
    type Tunnel @key(fields: "id") { id: ID! works: [Work!] fans: Int }
    interface Work { on: String }
    type Repair implements Work { on: String cost: Int! }
    type Check implements Work { on: String passed: Boolean }
  `,
  resolvers: {
    Bridge: { works: ({ id }: { id: string }) => [{ __typename: 'Repair', on: `05-01 ${id}`, cost: 9 }] },
    Tunnel: { works: () => [{ __typename: 'Check', on: '06-02', passed: true }], fans: () => 12 },
  },
};

const agencies = { structures, works };

export const ABSTRACT_TYPES: readonly Scenario[] = [
  {
    id: 'B50',
    title: 'interfaces: fields of all, fragments for some, and nulls between them',
    agencies,
    asks: [
      {
        query: '{ structures { name ... on Bridge { spans } ... on Tunnel { lengthM } id } }',
        data: {
          structures: [
            { name: 'Hulun', spans: 4, id: 'b1' },
            { name: 'Xing’an', lengthM: 990, id: 't1' },
            null,
            { name: 'Hake', spans: 2, id: 'b2' },
          ],
        },
        asked: ['structures'],
      },
    ],
  },
  {
    id: 'B51',
    title: 'unions: one response key that is another field, of another type, for each member',
    agencies,
    asks: [
      {
        query:
          '{ anything { ... on Sign { is: text } ... on Bridge { is: name } ... on Tunnel { is: name fans } } }',
        data: { anything: [{ is: 'Xing’an', fans: 12 }, { is: 'No entry' }, { is: 'Hulun' }] },
      },
    ],
  },
  {
    id: 'B52',
    title: 'fragments that each ask another agency, and fragments on what is answered there',
    agencies,
    asks: [
      {
        query: `{ structures { ... on Bridge { works { on ... on Repair { cost } } } ... on Tunnel { works { __typename ... on Check { passed } } fans } } }`,
        data: {
          structures: [
            { works: [{ on: '05-01 b1', cost: 9 }] },
            { works: [{ __typename: 'Check', passed: true }], fans: 12 },
            null,
            { works: [{ on: '05-01 b2', cost: 9 }] },
          ],
        },
      },
    ],
  },
  {
    id: 'B53',
    title: '__typename everywhere: at the root, under aliases, in unions, in fragments, alone',
    agencies,
    asks: [
      { query: '{ __typename }', data: { __typename: 'Query' }, asked: [] },
      {
        query:
          '{ kind: __typename bridge { kind: __typename next { __typename again: __typename ... on Tunnel { t: __typename } } } anything { __typename } }',
        data: {
          kind: 'Query',
          bridge: { kind: 'Bridge', next: { __typename: 'Tunnel', again: 'Tunnel', t: 'Tunnel' } },
          anything: [{ __typename: 'Tunnel' }, { __typename: 'Sign' }, { __typename: 'Bridge' }],
        },
      },
    ],
  },
  {
    id: 'B54',
    title: 'named fragments, nested and used twice, merge with the fields beside them',
    agencies,
    asks: [
      {
        query: `
          { bridge { ...Short next { ...Short ... on Structure { next { id } } } next { id } } }
          fragment Short on Structure { name ...Name }
          fragment Name on Structure { id }
        `,
        data: { bridge: { name: 'Hulun', id: 'b1', next: { name: 'Xing’an', id: 't1', next: null } } },
      },
    ],
  },
  {
    id: 'B55',
    title: 'a union that has other members at each agency: what an agency does not know it is not asked',
    agencies: {
      a: {
        sdl: 'type Query { found: [Found] @shareable } union Found = Car | Bike type Car @shareable { plate: String } type Bike { gears: Int }',
        resolvers: { Query: { found: () => [{ __typename: 'Car', plate: 'A1' }] } },
      },
      b: {
        sdl: 'type Query { found: [Found] @shareable } union Found = Car | Horse type Car @shareable { plate: String } type Horse { name: String }',
        resolvers: { Query: { found: () => [{ __typename: 'Car', plate: 'A1' }] } },
      },
    },
    asks: [
      {
        query: '{ found { __typename ... on Car { plate } ... on Bike { gears } ... on Horse { name } } }',
        data: { found: [{ __typename: 'Car', plate: 'A1' }] },
      },
    ],
  },
  {
    id: 'B56',
    title:
      'a field that may be null in one type of an interface and not in another follows the value’s own type',
    agencies: {
      signs: {
        sdl: `
          type Query { signs: [Sign] }
          interface Sign { id: ID! }
          type Warning implements Sign @key(fields: "id") { id: ID! }
          type Notice implements Sign @key(fields: "id") { id: ID! }
        `,
        resolvers: {
          Query: {
            signs: () => [
              { __typename: 'Notice', id: 's1' },
              { __typename: 'Warning', id: 's2' },
              { __typename: 'Warning', id: 's3' },
            ],
          },
        },
      },
      texts: {
        sdl: `
          interface Sign { id: ID! text: String }
          type Warning implements Sign @key(fields: "id") { id: ID! text: String! }
          type Notice implements Sign @key(fields: "id") { id: ID! text: String }
        `,
        resolvers: {
          Notice: { text: fail },
          Warning: { text: ({ id }: { id: string }) => (id === 's2' ? 'Ice' : fail()) },
        },
      },
    },
    asks: [
      {
        query: '{ signs { text } }',
        data: { signs: [{ text: null }, { text: 'Ice' }, null] },
        errors: ['signs.0.text: SUBGRAPH_FAULT', 'signs.2.text: SUBGRAPH_FAULT'],
      },
    ],
  },
];
