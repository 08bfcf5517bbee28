import { fail, type Scenario } from '../scenario.ts';

const SENSORS = [
  { __typename: 'Radar', id: 's1', name: 'north', range: 300 },
  { __typename: 'Loop', id: 's2', name: 'south', lanes: 2 },
];
const find = ({ id }: { id: string }) => SENSORS.find((each) => each.id === id) ?? null;

const sensors = {
  sdl: `
    type Query { sensors: [Sensor] }
    interface Sensor @key(fields: "id") { id: ID! name: String }
    type Radar implements Sensor @key(fields: "id") { id: ID! name: String range: Int }
    type Loop implements Sensor @key(fields: "id") { id: ID! name: String lanes: Int }
  `,
  resolvers: {
    Query: { sensors: () => SENSORS },
    Sensor: { __resolveReference: find },
    Radar: { __resolveReference: find },
    Loop: { __resolveReference: find },
  },
};

const readings = {
  sdl: `
    type Query { loudest: Sensor latest: [Sensor] }
    type Sensor @interfaceObject @key(fields: "id") { id: ID! value: Int alarm(over: Int!): Boolean }
  `,
  resolvers: {
    Query: { loudest: () => ({ id: 's2' }), latest: () => [{ id: 's2' }, { id: 's1' }] },
    Sensor: {
      value: ({ id }: { id: string }) => Number(id.slice(1)) * 10,
      alarm: ({ id }: { id: string }, { over }: { over: number }) => Number(id.slice(1)) * 10 > over,
    },
  },
};

export const INTERFACE_OBJECTS: readonly Scenario[] = [
  {
    id: 'B60',
    title: 'an interface object adds fields to every implementer',
    agencies: { sensors, readings },
    asks: [
      {
        query: '{ sensors { name value ... on Loop { lanes alarm(over: 15) } } }',
        data: {
          sensors: [
            { name: 'north', value: 10 },
            { name: 'south', value: 20, lanes: 2, alarm: true },
          ],
        },
      },
    ],
  },
  {
    id: 'B61',
    title:
      'entity interfaces: whoever answers the interface object does not know the type, so it is looked up',
    agencies: { sensors, readings },
    asks: [
      { query: '{ loudest { __typename value } }', data: { loudest: { __typename: 'Loop', value: 20 } } },
      {
        query: '{ latest { ... on Radar { range value } ... on Loop { id } } loudest { name } }',
        data: { latest: [{ id: 's2' }, { range: 300, value: 10 }], loudest: { name: 'south' } },
      },
    ],
  },
  {
    id: 'B62',
    title: '@requires on an interface object',
    agencies: {
      sensors,
      labels: {
        sdl: `type Sensor @interfaceObject @key(fields: "id") { id: ID! name: String @external label: String @requires(fields: "name") }`,
        resolvers: { Sensor: { label: ({ id, name }: { id: string; name: string }) => `${id}: ${name}` } },
      },
      readings,
    },
    asks: [
      { query: '{ sensors { label } }', data: { sensors: [{ label: 's1: north' }, { label: 's2: south' }] } },
      {
        query: '{ loudest { label ... on Loop { lanes } } }',
        data: { loudest: { label: 's2: south', lanes: 2 } },
      },
    ],
  },
  {
    id: 'B63',
    title: 'an interface object whose type nobody can tell: fields of the interface arrive all the same',
    agencies: {
      known: {
        sdl: 'type Query { other: String } interface Place @key(fields: "id", resolvable: false) { id: ID! }',
      },
      places: {
        sdl: 'type Query { place: Place places: [Place!] } type Place @interfaceObject @key(fields: "id", resolvable: false) { id: ID! snow: Int near: Place }',
        resolvers: {
          Query: {
            place: () => ({ id: 'p1', snow: 3, near: { id: 'p2', snow: 4 } }),
            places: () => [
              { id: 'p1', snow: 3 },
              { id: 'p2', snow: null },
            ],
          },
        },
      },
    },
    asks: [
      {
        query: '{ place { id snow near { depth: snow } } }',
        data: { place: { id: 'p1', snow: 3, near: { depth: 4 } } },
        asked: ['places'],
      },
      { query: '{ places { snow } }', data: { places: [{ snow: 3 }, { snow: null }] } },
    ],
  },
  {
    id: 'B64',
    title:
      'an interface object is answered without its type where nothing that the client asks depends on it',
    agencies: {
      known: {
        sdl: `
          type Query { other: String }
          interface Place @key(fields: "id") { id: ID! }
          type Town implements Place @key(fields: "id") { id: ID! mayor: String }
        `,
        resolvers: { Place: { __resolveReference: fail }, Town: { __resolveReference: fail } },
      },
      places: {
        sdl: 'type Query { place: Place } type Place @interfaceObject @key(fields: "id") { id: ID! snow: Int }',
        resolvers: { Query: { place: () => ({ id: 'p1', snow: 3 }) } },
      },
    },
    asks: [
      { query: '{ place { id snow } }', data: { place: { id: 'p1', snow: 3 } }, asked: ['places'] },
      {
        query: '{ place { snow ... on Town { mayor } } }',
        data: { place: null },
        errors: ['place: SUBGRAPH_FAULT'],
        asked: ['places', 'known'],
      },
    ],
  },
  {
    id: 'B65',
    title: 'an interface object whose row the agency with its types does not know: its own fields arrive',
    agencies: {
      known: {
        sdl: `
          type Query { other: String }
          interface Place @key(fields: "id") { id: ID! mayor: String }
          type Town implements Place @key(fields: "id") { id: ID! mayor: String }
        `,
        resolvers: { Place: { __resolveReference: () => null } },
      },
      places: {
        sdl: 'type Query { places: [Place!] } type Place @interfaceObject @key(fields: "id") { id: ID! snow: Int }',
        resolvers: { Query: { places: () => [{ id: 'p1', snow: 3 }] } },
      },
    },
    asks: [{ query: '{ places { snow mayor } }', data: { places: [{ snow: 3, mayor: null }] } }],
  },
];
