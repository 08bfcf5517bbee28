import { fail, type Scenario } from '../scenario.ts';

const rows = {
  sdl: `
    type Query { rows: [Row] strict: [Row!]! row: Row must: Row! }
    type Row @key(fields: "id") { id: ID! name: String cells: [[Cell!]] }
    type Cell { x: Int! }
  `,
  resolvers: {
    Query: {
      rows: () => [{ id: '1' }, { id: '2' }, { id: '3' }],
      strict: () => [{ id: '1' }, { id: '2' }],
      row: () => ({ id: '2' }),
      must: () => ({ id: '2' }),
    },
    Row: {
      name: ({ id }: { id: string }) => (id === '2' ? fail() : `row ${id}`),
      cells: () => [[{ x: 1 }], [{ x: 2 }, { x: 'no number' }], null],
    },
  },
};

const extra = {
  sdl: 'type Row @key(fields: "id") { id: ID! size: Int! maybe: Int owner: Owner } type Owner { name: String! }',
  resolvers: {
    Row: {
      size: ({ id }: { id: string }) => (id === '2' ? fail() : Number(id)),
      maybe: ({ id }: { id: string }) => (id === '2' ? fail() : Number(id)),
      owner: ({ id }: { id: string }) => ({ name: id === '2' ? null : `owner ${id}` }),
    },
  },
};

const dead = { sdl: extra.sdl, resolvers: { Row: { __resolveReference: fail } } };

export const FAULTS: readonly Scenario[] = [
  {
    id: 'B95',
    title: 'partial failures: one row’s field is null with its path, everything else arrives',
    agencies: { rows, extra },
    asks: [
      {
        query: '{ list: rows { called: name m: maybe } }',
        data: {
          list: [
            { called: 'row 1', m: 1 },
            { called: null, m: null },
            { called: 'row 3', m: 3 },
          ],
        },
        errors: ['list.1.called: SUBGRAPH_FAULT', 'list.1.m: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B96',
    title: 'null propagation: a null in a place that may not be null empties the nearest place that may be',
    agencies: { rows, extra },
    asks: [
      {
        query: '{ rows { id size } }',
        data: { rows: [{ id: '1', size: 1 }, null, { id: '3', size: 3 }] },
        errors: ['rows.1.size: SUBGRAPH_FAULT'],
      },
      { query: '{ strict { size } }', data: null, errors: ['strict.1.size: SUBGRAPH_FAULT'] },
      {
        query: '{ row { big: size } must { id } }',
        data: { row: null, must: { id: '2' } },
        errors: ['row.big: SUBGRAPH_FAULT'],
      },
      { query: '{ must { size } }', data: null, errors: ['must.size: SUBGRAPH_FAULT'] },
      {
        query: '{ rows { id owner { name } } }',
        data: {
          rows: [
            { id: '1', owner: { name: 'owner 1' } },
            { id: '2', owner: null },
            { id: '3', owner: { name: 'owner 3' } },
          ],
        },
        errors: ['rows.1.owner.name: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B97',
    title: 'error paths: aliases and the indices of nested lists',
    agencies: { rows, extra },
    asks: [
      {
        query: '{ only: row { grid: cells { value: x } } }',
        data: { only: { grid: [[{ value: 1 }], null, null] } },
        errors: ['only.grid.1.1.value: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B98',
    title: 'one error where the plan yields one: an agency that fails as a whole is reported once',
    agencies: { rows, extra: dead },
    asks: [
      {
        query: '{ rows { id maybe owner { name } } }',
        data: { rows: ['1', '2', '3'].map((id) => ({ id, maybe: null, owner: null })) },
        errors: ['rows: SUBGRAPH_FAULT'],
      },
    ],
  },
  {
    id: 'B99',
    title: 'two agencies that fail at one row each have their own error',
    agencies: {
      rows,
      extra,
      third: {
        sdl: 'type Row @key(fields: "id") { id: ID! third: Int }',
        resolvers: { Row: { third: fail } },
      },
    },
    asks: [
      {
        query: '{ row { name maybe third id } }',
        data: { row: { name: null, maybe: null, third: null, id: '2' } },
        errors: ['row.maybe: SUBGRAPH_FAULT', 'row.name: SUBGRAPH_FAULT', 'row.third: SUBGRAPH_FAULT'],
      },
    ],
  },
];
