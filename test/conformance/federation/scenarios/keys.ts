import { findBy, type Scenario } from '../scenario.ts';

const GANTRIES = [
  {
    id: 'g1',
    roadCode: 'G10',
    stake: { km: 12, metre: 300 },
    name: 'Hailar east',
    camera: { maker: { id: 'm1' }, serial: '7' },
  },
  {
    id: 'g2',
    roadCode: 'G10',
    stake: { km: 80, metre: 0 },
    name: 'Yakeshi',
    camera: { maker: { id: 'm1' }, serial: '9' },
  },
];

type Gantry = (typeof GANTRIES)[number];
type Keys = Partial<Omit<Gantry, 'stake'>> & { readonly stake?: Partial<Gantry['stake']> };

const byRoadAndStake = ({ roadCode, stake }: Keys): Gantry | null =>
  GANTRIES.find(
    (each) => each.roadCode === roadCode && each.stake.km === stake?.km && each.stake.metre === stake.metre,
  ) ?? null;

export const KEYS: readonly Scenario[] = [
  {
    id: 'B10',
    title: 'compound keys: two fields name the entity together',
    agencies: {
      a: {
        sdl: `type Query { gantries: [Gantry] }
          type Gantry @key(fields: "roadCode serial") { roadCode: ID! serial: Int! name: String }`,
        resolvers: {
          Query: {
            gantries: () => [
              { roadCode: 'G10', serial: 1, name: 'one' },
              { roadCode: 'S201', serial: 1, name: 'other one' },
            ],
          },
        },
      },
      b: {
        sdl: 'type Gantry @key(fields: "roadCode serial") { roadCode: ID! serial: Int! place: String }',
        resolvers: {
          Gantry: {
            place: ({ roadCode, serial }: { roadCode: string; serial: number }) => `${roadCode}/${serial}`,
          },
        },
      },
    },
    asks: [
      {
        query: '{ gantries { name place } }',
        data: {
          gantries: [
            { name: 'one', place: 'G10/1' },
            { name: 'other one', place: 'S201/1' },
          ],
        },
      },
    ],
  },
  {
    id: 'B11',
    title: 'nested keys: a field of an object inside names the entity',
    agencies: {
      a: {
        sdl: `type Query { gantries: [Gantry] }
          type Gantry @key(fields: "roadCode stake { km metre }") { roadCode: ID! stake: Stake! @shareable }
          type Stake @shareable { km: Int! metre: Int! }`,
        resolvers: { Query: { gantries: () => GANTRIES } },
      },
      b: {
        sdl: `type Gantry @key(fields: "roadCode stake { km metre }") { roadCode: ID! stake: Stake! @shareable name: String }
          type Stake @shareable { km: Int! metre: Int! }`,
        resolvers: { Gantry: { __resolveReference: byRoadAndStake } },
      },
    },
    asks: [
      { query: '{ gantries { name } }', data: { gantries: [{ name: 'Hailar east' }, { name: 'Yakeshi' }] } },
      {
        query: '{ gantries { stake { metre } name again: stake { km } } }',
        data: {
          gantries: [
            { stake: { metre: 300 }, name: 'Hailar east', again: { km: 12 } },
            { stake: { metre: 0 }, name: 'Yakeshi', again: { km: 80 } },
          ],
        },
      },
    ],
  },
  {
    id: 'B12',
    title: 'several keys: one agency in between knows both of two that have none in common',
    agencies: {
      a: {
        sdl: 'type Query { gantry: Gantry } type Gantry @key(fields: "id") { id: ID! }',
        resolvers: { Query: { gantry: () => ({ id: 'g2' }) } },
      },
      between: {
        sdl: 'type Gantry @key(fields: "id") @key(fields: "name") { id: ID! name: String! }',
        resolvers: {
          Gantry: {
            __resolveReference: (keys: Keys) => findBy(GANTRIES, keys.id === undefined ? 'name' : 'id')(keys),
          },
        },
      },
      c: {
        sdl: 'type Gantry @key(fields: "name") { name: String! passages: Int }',
        resolvers: { Gantry: { passages: ({ name }: { name: string }) => name.length } },
      },
    },
    asks: [
      { query: '{ gantry { passages } }', data: { gantry: { passages: 7 } }, asked: ['a', 'between', 'c'] },
    ],
  },
  {
    id: 'B13',
    title: 'a key that is an entity itself',
    agencies: {
      a: {
        sdl: `type Query { cameras: [Camera] }
          type Camera @key(fields: "maker { id } serial") { maker: Maker! @shareable serial: String! }
          type Maker @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { cameras: () => GANTRIES.map(({ camera }) => camera) } },
      },
      b: {
        sdl: `type Camera @key(fields: "maker { id } serial") { maker: Maker! @shareable serial: String! lens: String }
          type Maker @key(fields: "id") { id: ID! country: String }`,
        resolvers: {
          Camera: { lens: ({ maker, serial }: Gantry['camera']) => `${maker.id}-${serial}` },
          Maker: { country: ({ id }: { id: string }) => `country of ${id}` },
        },
      },
    },
    asks: [
      {
        query: '{ cameras { lens maker { country } } }',
        data: {
          cameras: [
            { lens: 'm1-7', maker: { country: 'country of m1' } },
            { lens: 'm1-9', maker: { country: 'country of m1' } },
          ],
        },
      },
    ],
  },
  {
    id: 'B14',
    title:
      'null keys: an entity that the agency in between does not know is null behind it, and nobody is asked by null',
    agencies: {
      a: {
        sdl: 'type Query { gantries: [Gantry] } type Gantry @key(fields: "id") { id: ID! }',
        resolvers: { Query: { gantries: () => [{ id: 'g1' }, { id: 'g9' }] } },
      },
      between: {
        sdl: 'type Gantry @key(fields: "id") @key(fields: "name") { id: ID! name: String! }',
        resolvers: { Gantry: { __resolveReference: findBy(GANTRIES, 'id') } },
      },
      c: {
        sdl: 'type Gantry @key(fields: "name") { name: String! passages: Int }',
        resolvers: { Gantry: { passages: ({ name }: { name: string }) => name.length } },
      },
    },
    asks: [
      {
        query: '{ gantries { id passages } }',
        data: {
          gantries: [
            { id: 'g1', passages: 11 },
            { id: 'g9', passages: null },
          ],
        },
      },
    ],
  },
  {
    id: 'B15',
    title: 'a key that may be null: the entity is asked for where the key is there',
    agencies: {
      a: {
        sdl: 'type Query { gantries: [Gantry] } type Gantry @key(fields: "id") { id: ID! } ',
        resolvers: { Query: { gantries: () => [null, { id: 'g2' }] } },
      },
      b: {
        sdl: 'type Gantry @key(fields: "id") { id: ID! name: String }',
        resolvers: { Gantry: { __resolveReference: findBy(GANTRIES, 'id') } },
      },
    },
    asks: [{ query: '{ gantries { name } }', data: { gantries: [null, { name: 'Yakeshi' }] } }],
  },
  {
    id: 'B16',
    title: 'shared root fields: two agencies answer parts of one object that is no entity',
    agencies: {
      a: {
        sdl: 'type Query { weather: Weather @shareable days: [Day!] @shareable } type Weather { celsius: Int } type Day { date: String @shareable low: Int }',
        resolvers: {
          Query: {
            weather: () => ({ celsius: -31 }),
            days: () => [
              { date: '01-05', low: -38 },
              { date: '01-06', low: -35 },
            ],
          },
        },
      },
      b: {
        sdl: 'type Query { weather: Weather @shareable days: [Day!] @shareable } type Weather { wind: String } type Day { date: String @shareable snow: Int }',
        resolvers: {
          Query: {
            weather: () => ({ wind: 'NW 6' }),
            days: () => [
              { date: '01-05', snow: 4 },
              { date: '01-06', snow: 0 },
            ],
          },
        },
      },
    },
    asks: [
      {
        query: '{ weather { wind celsius } days { date snow low } }',
        data: {
          weather: { wind: 'NW 6', celsius: -31 },
          days: [
            { date: '01-05', snow: 4, low: -38 },
            { date: '01-06', snow: 0, low: -35 },
          ],
        },
      },
    ],
  },
];
