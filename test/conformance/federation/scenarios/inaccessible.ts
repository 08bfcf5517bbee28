import type { Scenario } from '../scenario.ts';

const agencies = {
  a: {
    sdl: `
      type Query { vehicles: [Vehicle!] ofClass(class: Class!): Int all: [Item] hidden: Int @inaccessible }
      enum Class { CAR TRUCK SECRET @inaccessible }
      type Vehicle @key(fields: "id") { id: ID! @inaccessible plate: String class: Class must: Class! }
      interface Item { label: String }
      type Open implements Item { label: String }
      type Shut implements Item @inaccessible { label: String }
    `,
    resolvers: {
      Query: {
        vehicles: () => [
          { id: 'v1', plate: 'A1', class: 'CAR', must: 'CAR' },
          { id: 'v2', plate: 'A2', class: 'SECRET', must: 'TRUCK' },
        ],
        ofClass: () => 1,
        all: () => [
          { __typename: 'Open', label: 'o' },
          { __typename: 'Shut', label: 's' },
        ],
      },
    },
  },
  b: {
    sdl: 'type Vehicle @key(fields: "id") { id: ID! fines: Int }',
    resolvers: { Vehicle: { fines: ({ id }: { id: string }) => Number(id.slice(1)) } },
  },
};

export const INACCESSIBLE: readonly Scenario[] = [
  {
    id: 'B80',
    title: '@inaccessible keys join, and clients do not see them',
    agencies,
    asks: [
      {
        query: '{ vehicles { plate fines } }',
        data: {
          vehicles: [
            { plate: 'A1', fines: 1 },
            { plate: 'A2', fines: 2 },
          ],
        },
      },
    ],
  },
  {
    id: 'B81',
    title: '@inaccessible enum values do not leave: null and an error',
    agencies,
    asks: [
      {
        query: '{ vehicles { plate class } }',
        data: {
          vehicles: [
            { plate: 'A1', class: 'CAR' },
            { plate: 'A2', class: null },
          ],
        },
        errors: ['vehicles.1.class: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B82',
    title: '@inaccessible types do not leave through an interface',
    agencies,
    asks: [
      {
        query: '{ all { label } }',
        data: { all: [{ label: 'o' }, null] },
        errors: ['all.1: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B83',
    title: '@inaccessible members of a union do not leave, and the others do',
    agencies: {
      a: {
        sdl: `
          type Query { any: [Any] }
          union Any = Open | Shut
          type Open { label: String }
          type Shut @inaccessible { label: String }
        `,
        resolvers: {
          Query: {
            any: () => [
              { __typename: 'Open', label: 'o' },
              { __typename: 'Shut', label: 's' },
            ],
          },
        },
      },
    },
    asks: [
      {
        query: '{ any { __typename ... on Open { label } } }',
        data: { any: [{ __typename: 'Open', label: 'o' }, null] },
        errors: ['any.1: SUBGRAPH_FAULT'],
      },
    ],
  },
];
