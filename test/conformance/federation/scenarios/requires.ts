import { fail, type Scenario } from '../scenario.ts';

interface Truck {
  readonly plate: string;
  readonly axles: number;
  readonly load: {
    readonly tonnes: number;
    readonly goods: readonly { readonly name: string; readonly un: number | null }[];
  } | null;
}

const TRUCKS: readonly Truck[] = [
  {
    plate: 'A1',
    axles: 3,
    load: {
      tonnes: 20,
      goods: [
        { name: 'coal', un: null },
        { name: 'petrol', un: 1203 },
      ],
    },
  },
  { plate: 'A2', axles: 2, load: null },
];
const truck = ({ plate }: { plate: string }) => TRUCKS.find((each) => each.plate === plate) ?? null;

const trucks = {
  sdl: `
    type Query { trucks: [Truck] }
    type Truck @key(fields: "plate") { plate: ID! axles: Int load: Load weight(unit: Unit = KG): Int! }
    enum Unit { KG TONNE }
    type Load { tonnes: Int goods: [Goods!] }
    type Goods { name: String un: Int }
  `,
  resolvers: {
    Query: { trucks: () => TRUCKS },
    Truck: {
      __resolveReference: truck,
      weight: ({ axles, load }: Truck, { unit }: { unit: string }) =>
        (axles * 4 + (load?.tonnes ?? 0)) * (unit === 'KG' ? 1000 : 1),
    },
  },
};

const show = (value: unknown): string => JSON.stringify(value);

export const REQUIRES: readonly Scenario[] = [
  {
    id: 'B20',
    title: '@requires: a field of another agency is fetched first, and the client does not see it',
    agencies: {
      trucks,
      toll: {
        sdl: `type Truck @key(fields: "plate") { plate: ID! axles: Int @external class: String @requires(fields: "axles") }`,
        resolvers: { Truck: { class: ({ axles }: Truck) => `class ${axles}` } },
      },
    },
    asks: [
      {
        query: '{ trucks { class } }',
        data: { trucks: [{ class: 'class 3' }, { class: 'class 2' }] },
        asked: ['trucks', 'toll'],
      },
      {
        query: '{ trucks { axles: class class: axles } }',
        data: {
          trucks: [
            { axles: 'class 3', class: 3 },
            { axles: 'class 2', class: 2 },
          ],
        },
      },
    ],
  },
  {
    id: 'B21',
    title: '@requires of nested fields and of lists; a null that is required is sent',
    agencies: {
      trucks,
      hazard: {
        sdl: `
          type Truck @key(fields: "plate") { plate: ID! load: Load @external report: String @requires(fields: "load { goods { name un } }") }
          type Load @external { goods: [Goods!] }
          type Goods @external { name: String un: Int }
        `,
        resolvers: {
          Truck: {
            report: ({ load }: Truck) =>
              load === null ? 'empty' : show(load.goods.map(({ name, un }) => [name, un])),
          },
        },
      },
    },
    asks: [
      {
        query: '{ trucks { plate report load { goods { un } } } }',
        data: {
          trucks: [
            {
              plate: 'A1',
              report: '[["coal",null],["petrol",1203]]',
              load: { goods: [{ un: null }, { un: 1203 }] },
            },
            { plate: 'A2', report: 'empty', load: null },
          ],
        },
      },
    ],
  },
  {
    id: 'B22',
    title: '@requires with arguments, also beside the client’s own arguments',
    agencies: {
      trucks,
      scale: {
        sdl: `
          type Truck @key(fields: "plate") {
            plate: ID!
            weight(unit: Unit): Int! @external
            inTonnes: String @requires(fields: "weight(unit: TONNE)")
            inKg: String @requires(fields: "weight(unit: KG)")
          }
          enum Unit { KG TONNE }
        `,
        resolvers: {
          Truck: {
            inTonnes: ({ weight }: { weight: number }) => `${weight} t`,
            inKg: ({ weight }: { weight: number }) => `${weight} kg`,
          },
        },
      },
    },
    asks: [
      { query: '{ trucks { inTonnes } }', data: { trucks: [{ inTonnes: '32 t' }, { inTonnes: '8 t' }] } },
      {
        query:
          'query ($u: Unit = KG) { trucks { weight(unit: $u) inKg inTonnes other: weight(unit: TONNE) } }',
        data: {
          trucks: [
            { weight: 32000, inKg: '32000 kg', inTonnes: '32 t', other: 32 },
            { weight: 8000, inKg: '8000 kg', inTonnes: '8 t', other: 8 },
          ],
        },
      },
    ],
  },
  {
    id: 'B23',
    title: '@requires of a field that requires another one itself',
    agencies: {
      trucks,
      toll: {
        sdl: `type Truck @key(fields: "plate") { plate: ID! axles: Int @external fee: Int @requires(fields: "axles") }`,
        resolvers: { Truck: { fee: ({ axles }: Truck) => axles * 10 } },
      },
      bank: {
        sdl: `type Truck @key(fields: "plate") { plate: ID! fee: Int @external invoice: String @requires(fields: "fee") }`,
        resolvers: {
          Truck: { invoice: ({ plate, fee }: { plate: string; fee: number }) => `${plate} pays ${fee}` },
        },
      },
    },
    asks: [
      {
        query: '{ trucks { invoice } }',
        data: { trucks: [{ invoice: 'A1 pays 30' }, { invoice: 'A2 pays 20' }] },
        asked: ['trucks', 'toll', 'bank'],
      },
    ],
  },
  {
    id: 'B24',
    title: '@requires through fragments on an interface: each type gives what it has',
    agencies: {
      owners: {
        sdl: `
          type Query { permits: [Permit] }
          type Permit @key(fields: "id") { id: ID! holder: Holder }
          interface Holder { name: String }
          type Person implements Holder { name: String idNo: String }
          type Company implements Holder { name: String licence: String }
        `,
        resolvers: {
          Query: {
            permits: () => [
              { id: 'p1', holder: { __typename: 'Person', name: 'Ann', idNo: '77' } },
              { id: 'p2', holder: { __typename: 'Company', name: 'Coal Ltd', licence: 'L5' } },
              { id: 'p3', holder: null },
            ],
          },
        },
      },
      letters: {
        sdl: `
          type Permit @key(fields: "id") {
            id: ID!
            holder: Holder @external
            address: String @requires(fields: "holder { name ... on Person { idNo } ... on Company { licence } }")
          }
          interface Holder { name: String }
          type Person implements Holder @external { name: String idNo: String }
          type Company implements Holder @external { name: String licence: String }
        `,
        resolvers: {
          Permit: {
            address: ({ holder }: { holder: Record<string, unknown> | null }) =>
              holder === null
                ? null
                : [holder['name'], holder['idNo'], holder['licence']].filter(Boolean).join('/'),
          },
        },
      },
    },
    asks: [
      {
        query: '{ permits { address holder { __typename } } }',
        data: {
          permits: [
            { address: 'Ann/77', holder: { __typename: 'Person' } },
            { address: 'Coal Ltd/L5', holder: { __typename: 'Company' } },
            { address: null, holder: null },
          ],
        },
      },
    ],
  },
  {
    id: 'B25',
    title: '@requires whose value could not be had: the field is null with one error, others arrive',
    agencies: {
      trucks: {
        ...trucks,
        resolvers: {
          ...trucks.resolvers,
          Truck: {
            ...trucks.resolvers.Truck,
            axles: ({ plate, axles }: Truck) => {
              if (plate === 'A2') throw new Error('secret');
              return axles;
            },
          },
        },
      },
      toll: {
        sdl: `type Truck @key(fields: "plate") { plate: ID! axles: Int @external class: String @requires(fields: "axles") }`,
        resolvers: { Truck: { class: ({ axles }: Truck) => (axles === null ? null : `class ${axles}`) } },
      },
    },
    asks: [
      {
        query: '{ trucks { plate class } }',
        data: {
          trucks: [
            { plate: 'A1', class: 'class 3' },
            { plate: 'A2', class: null },
          ],
        },
        errors: ['trucks.1: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B26',
    title: '@requires: one id with two values of what is required is two questions',
    agencies: {
      gantries: {
        sdl: 'type Query { passages: [Truck] } type Truck @key(fields: "id") { id: ID! axles: Int }',
        resolvers: {
          Query: {
            passages: () => [
              { id: 't1', axles: 2 },
              { id: 't1', axles: 3 },
              { id: 't1', axles: 2 },
            ],
          },
        },
      },
      toll: {
        sdl: 'type Truck @key(fields: "id") { id: ID! axles: Int @external class: String @requires(fields: "axles") }',
        resolvers: { Truck: { class: ({ axles }: Truck) => `class ${axles}` } },
      },
    },
    asks: [
      {
        query: '{ passages { class } }',
        data: { passages: [{ class: 'class 2' }, { class: 'class 3' }, { class: 'class 2' }] },
      },
    ],
  },
  {
    id: 'B27',
    title: '@requires of an agency that is down: fields that do not require it arrive',
    agencies: {
      trucks: {
        sdl: 'type Query { trucks: [Truck] } type Truck @key(fields: "plate") { plate: ID! }',
        resolvers: { Query: { trucks: () => TRUCKS } },
      },
      scales: {
        sdl: 'type Truck @key(fields: "plate") { plate: ID! axles: Int }',
        resolvers: { Truck: { __resolveReference: fail } },
      },
      toll: {
        sdl: `
          type Truck @key(fields: "plate") {
            plate: ID! axles: Int @external class: String @requires(fields: "axles") account: Account! debt: Int!
          }
          type Account { number: Int }
        `,
        resolvers: { Truck: { class: () => 'never asked', account: () => ({ number: 7 }), debt: () => 3 } },
      },
    },
    asks: [
      {
        query: '{ trucks { plate class debt account { number } } }',
        data: {
          trucks: [
            { plate: 'A1', class: null, debt: 3, account: { number: 7 } },
            { plate: 'A2', class: null, debt: 3, account: { number: 7 } },
          ],
        },
        errors: ['trucks: SUBGRAPH_FAULT', 'trucks.0.class: SUBGRAPH_FAULT'],
        asked: ['trucks', 'scales', 'toll'],
      },
      {
        query: '{ trucks { debt } }',
        data: { trucks: [{ debt: 3 }, { debt: 3 }] },
        asked: ['trucks', 'toll'],
      },
    ],
  },
];
