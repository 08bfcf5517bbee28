import { fail, findBy, type Scenario } from '../scenario.ts';

const OFFICERS = [
  { badge: '001', name: 'Wang', unit: 'north' },
  { badge: '002', name: 'Li', unit: 'south' },
];

const people = {
  sdl: 'type Officer @key(fields: "badge") { badge: ID! name: String @shareable unit: String }',
  resolvers: { Officer: { __resolveReference: findBy(OFFICERS, 'badge') } },
};

export const PROVIDES: readonly Scenario[] = [
  {
    id: 'B30',
    title:
      '@provides: what one path answers already is not fetched again; another path of the same agency fetches it',
    agencies: {
      people,
      cases: {
        sdl: `
          type Query { cases: [Case] @provides(fields: "lead { name }") latest: Case }
          type Case { id: ID! lead: Officer }
          type Officer @key(fields: "badge") { badge: ID! name: String @external }
        `,
        resolvers: {
          Query: {
            cases: () => OFFICERS.map((lead, n) => ({ id: n, lead })),
            latest: () => ({ id: 9, lead: { badge: '002' } }),
          },
        },
      },
    },
    asks: [
      {
        query: '{ cases { lead { name } } }',
        data: { cases: [{ lead: { name: 'Wang' } }, { lead: { name: 'Li' } }] },
        asked: ['cases'],
      },
      {
        query: '{ latest { lead { name } } }',
        data: { latest: { lead: { name: 'Li' } } },
        asked: ['cases', 'people'],
      },
      {
        query: '{ cases { lead { name unit } } }',
        data: { cases: [{ lead: { name: 'Wang', unit: 'north' } }, { lead: { name: 'Li', unit: 'south' } }] },
        asked: ['cases', 'people'],
      },
    ],
  },
  {
    id: 'B31',
    title: '@provides of nested fields',
    agencies: {
      people,
      teams: {
        sdl: `
          type Query { team: Team @provides(fields: "head { deputy { name } }") }
          type Team { head: Member }
          type Member { deputy: Officer }
          type Officer @key(fields: "badge") { badge: ID! name: String @external }
        `,
        resolvers: { Query: { team: () => ({ head: { deputy: OFFICERS[0] } }) } },
      },
    },
    asks: [
      {
        query: '{ team { head { deputy { badge name } } } }',
        data: { team: { head: { deputy: { badge: '001', name: 'Wang' } } } },
        asked: ['teams'],
      },
    ],
  },
  {
    id: 'B32',
    title: '@provides through fragments on a union and on an interface',
    agencies: {
      people: {
        sdl: `
          type Officer implements Named @key(fields: "badge") { badge: ID! name: String @shareable unit: String }
          type Firm implements Named @key(fields: "licence") { licence: ID! name: String @shareable city: String }
          interface Named { name: String }
        `,
        resolvers: {
          Officer: { __resolveReference: findBy(OFFICERS, 'badge') },
          Firm: {
            __resolveReference: ({ licence }: { licence: string }) => ({
              licence,
              name: 'from afar',
              city: 'Hailar',
            }),
          },
        },
      },
      calls: {
        sdl: `
          type Query {
            callers: [Caller] @provides(fields: "... on Officer { name } ... on Firm { name }")
            named: [Named] @provides(fields: "... on Officer { name }")
          }
          union Caller = Officer | Firm
          interface Named { name: String }
          type Officer implements Named @key(fields: "badge") { badge: ID! name: String @external }
          type Firm implements Named @key(fields: "licence") { licence: ID! name: String @external }
        `,
        resolvers: {
          Query: {
            callers: () => [
              { __typename: 'Firm', licence: 'L1', name: 'Coal Ltd' },
              { __typename: 'Officer', badge: '001', name: 'Wang' },
            ],
            named: () => [{ __typename: 'Officer', badge: '002', name: 'Li' }],
          },
        },
      },
    },
    asks: [
      {
        query: '{ callers { ... on Officer { name } ... on Firm { name } } }',
        data: { callers: [{ name: 'Coal Ltd' }, { name: 'Wang' }] },
        asked: ['calls'],
      },
      {
        query: '{ callers { __typename ... on Firm { name city } ... on Officer { unit } } }',
        data: {
          callers: [
            { __typename: 'Firm', name: 'Coal Ltd', city: 'Hailar' },
            { __typename: 'Officer', unit: 'north' },
          ],
        },
      },
      { query: '{ named { ... on Officer { name } } }', data: { named: [{ name: 'Li' }] }, asked: ['calls'] },
    ],
  },
  {
    id: 'B33',
    title: '@provides of an interface’s fields: the agency that provides them answers alone',
    agencies: {
      afar: {
        sdl: `
          type Query { site: Site @shareable }
          interface Site { id: ID! }
          interface Device { id: ID! }
          type Gantry implements Site @key(fields: "id") { id: ID! devices: [Device] @shareable }
          type Camera implements Device @key(fields: "id") { id: ID! @external }
          type Radar implements Device @key(fields: "id") { id: ID! @external }
        `,
        resolvers: { Query: { site: fail } },
      },
      near: {
        sdl: `
          type Query { site: Site @shareable @provides(fields: "devices { id name }") }
          interface Site { id: ID! devices: [Device] }
          interface Device { id: ID! name: String }
          type Gantry implements Site { id: ID! @shareable devices: [Device] @external }
          type Camera implements Device { id: ID! @external name: String @external }
          type Radar implements Device { id: ID! @external name: String @external }
        `,
        resolvers: {
          Query: {
            site: () => ({
              __typename: 'Gantry',
              id: 'g1',
              devices: [
                { __typename: 'Camera', id: 'd1', name: 'north' },
                { __typename: 'Radar', id: 'd2', name: 'south' },
              ],
            }),
          },
        },
      },
      stock: {
        sdl: `
          interface Site { id: ID! devices: [Device] }
          interface Device { id: ID! name: String }
          type Gantry implements Site @key(fields: "id") { id: ID! devices: [Device] @shareable }
          type Camera implements Device @key(fields: "id") { id: ID! name: String @shareable }
          type Radar implements Device @key(fields: "id") { id: ID! name: String @shareable }
        `,
        resolvers: { Gantry: { __resolveReference: fail } },
      },
    },
    asks: [
      {
        query: '{ site { id devices { id name } } }',
        data: {
          site: {
            id: 'g1',
            devices: [
              { id: 'd1', name: 'north' },
              { id: 'd2', name: 'south' },
            ],
          },
        },
        asked: ['near'],
      },
    ],
  },
];
