import { fail, findBy, type Scenario } from '../scenario.ts';

const ROADS = [
  { code: 'G10', name: 'Suifenhe to Manzhouli', lengthKm: 1520 },
  { code: 'S201', name: 'Manzhouli to Ganqimaodu', lengthKm: 1812 },
];

const roads = {
  sdl: `
    type Query { road(code: ID!): Road roads: [Road!]! worst: Road }
    type Road @key(fields: "code") { code: ID! name: String lengthKm: Int }
  `,
  resolvers: {
    Query: {
      road: (_root: unknown, { code }: { code: string }) => findBy(ROADS, 'code')({ code }),
      roads: () => ROADS,
      worst: () => ROADS[1],
    },
    Road: { __resolveReference: findBy(ROADS, 'code') },
  },
};

const flow = {
  sdl: `
    type Query { busiest: Road counters: [Counter] }
    type Road @key(fields: "code") { code: ID! vehicles(hour: Int = 8): Int }
    type Counter { id: ID! road: Road }
  `,
  resolvers: {
    Query: {
      busiest: () => ({ code: 'G10' }),
      counters: () => [{ id: 'c1', road: { code: 'S201' } }, null, { id: 'c2', road: { code: 'G10' } }],
    },
    Road: {
      vehicles: ({ code }: { code: string }, { hour }: { hour: number }) => code.length * 100 + hour,
    },
  },
};

const signs = {
  sdl: 'type Road @key(fields: "code") { code: ID! signs: [String!] }',
  resolvers: { Road: { signs: ({ code }: { code: string }) => [`${code} east`, `${code} west`] } },
};

const agencies = { roads, flow, signs };

export const FETCH_KINDS: readonly Scenario[] = [
  {
    id: 'B01',
    title: 'Fetch: one agency answers everything',
    agencies,
    asks: [
      {
        query: '{ road(code: "G10") { name lengthKm } }',
        data: { road: { name: 'Suifenhe to Manzhouli', lengthKm: 1520 } },
        asked: ['roads'],
      },
      { query: '{ road(code: "X1") { name } }', data: { road: null }, asked: ['roads'] },
    ],
  },
  {
    id: 'B02',
    title: 'Sequence and Flatten: another agency adds a field to every object of a list',
    agencies,
    asks: [
      {
        query: '{ roads { name vehicles } }',
        data: {
          roads: [
            { name: 'Suifenhe to Manzhouli', vehicles: 308 },
            { name: 'Manzhouli to Ganqimaodu', vehicles: 408 },
          ],
        },
        asked: ['roads', 'flow'],
      },
    ],
  },
  {
    id: 'B03',
    title: 'Parallel: root fields of two agencies, and two agencies that add to one object',
    agencies,
    asks: [
      {
        query: '{ worst { vehicles(hour: 17) signs } busiest { vehicles } }',
        data: {
          worst: { vehicles: 417, signs: ['S201 east', 'S201 west'] },
          busiest: { vehicles: 308 },
        },
      },
    ],
  },
  {
    id: 'B04',
    title: 'BatchFetch: entities in several places of one answer, in one call',
    agencies,
    asks: [
      {
        query: '{ busiest { name } counters { id road { name } } }',
        data: {
          busiest: { name: 'Suifenhe to Manzhouli' },
          counters: [
            { id: 'c1', road: { name: 'Manzhouli to Ganqimaodu' } },
            null,
            { id: 'c2', road: { name: 'Suifenhe to Manzhouli' } },
          ],
        },
        asked: ['flow', 'roads'],
      },
    ],
  },
  {
    id: 'B05',
    title: 'nothing to fetch: an empty list and a null ask no further agency',
    agencies: {
      roads: { ...roads, resolvers: { Query: { road: () => null, roads: () => [] } } },
      flow,
    },
    asks: [
      {
        query: '{ road(code: "G10") { vehicles } roads { vehicles } }',
        data: { road: null, roads: [] },
        asked: ['roads'],
      },
    ],
  },
  {
    id: 'B06',
    title: 'an entity that stands in many places is asked for once, and each place has its own copy',
    agencies,
    asks: [
      {
        query:
          '{ a: roads { code } worst { signs } b: worst { vehicles(hour: 1) } counters { road { signs } } }',
        data: {
          a: [{ code: 'G10' }, { code: 'S201' }],
          worst: { signs: ['S201 east', 'S201 west'] },
          b: { vehicles: 401 },
          counters: [
            { road: { signs: ['S201 east', 'S201 west'] } },
            null,
            { road: { signs: ['G10 east', 'G10 west'] } },
          ],
        },
      },
    ],
  },
  {
    id: 'B07',
    title: 'what fails inside an entity that stands in two places is an error in both',
    agencies: {
      a: {
        sdl: 'type Query { roads: [Road] } type Road @key(fields: "code") { code: ID! }',
        resolvers: { Query: { roads: () => [{ code: 'G10' }, { code: 'G10' }] } },
      },
      b: {
        sdl: 'type Road @key(fields: "code") { code: ID! owner: Owner } type Owner { bank: Bank } type Bank @key(fields: "id") { id: ID! }',
        resolvers: { Road: { owner: () => ({ bank: { id: 'b1' } }) } },
      },
      c: {
        sdl: 'type Bank @key(fields: "id") { id: ID! balance: Int }',
        resolvers: { Bank: { balance: fail } },
      },
    },
    asks: [
      {
        query: '{ roads { owner { bank { balance } } } }',
        data: {
          roads: [{ owner: { bank: { balance: null } } }, { owner: { bank: { balance: null } } }],
        },
        errors: ['roads.0.owner.bank.balance: SUBGRAPH_FAULT', 'roads.1.owner.bank.balance: SUBGRAPH_FAULT'],
      },
    ],
  },
];
