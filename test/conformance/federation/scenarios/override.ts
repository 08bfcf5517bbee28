import type { Scenario } from '../scenario.ts';

const agencies = (override: string): Scenario['agencies'] => ({
  old: {
    sdl: 'type Query { posts: [Post] } type Post @key(fields: "id") { id: ID! status: String staff: Int }',
    resolvers: {
      Query: { posts: () => [{ id: 'p1', status: 'old', staff: 3 }] },
      Post: { status: () => 'old' },
    },
  },
  new: {
    sdl: `type Post @key(fields: "id") { id: ID! status: String @override(${override}) }`,
    resolvers: { Post: { status: () => 'new' } },
  },
});

export const OVERRIDE: readonly Scenario[] = [
  {
    id: 'B40',
    title: '@override: the field moved, and its old agency is not asked for it',
    agencies: agencies('from: "old"'),
    asks: [
      {
        query: '{ posts { status staff } }',
        data: { posts: [{ status: 'new', staff: 3 }] },
        asked: ['old', 'new'],
      },
      { query: '{ posts { staff } }', data: { posts: [{ staff: 3 }] }, asked: ['old'] },
    ],
  },
  {
    id: 'B41',
    title: 'progressive @override: off without its label',
    agencies: agencies('from: "old", label: "move-status"'),
    asks: [{ query: '{ posts { status } }', data: { posts: [{ status: 'old' }] }, asked: ['old'] }],
  },
  {
    id: 'B42',
    title: 'progressive @override: on with its label',
    agencies: agencies('from: "old", label: "move-status"'),
    overrideLabels: ['move-status'],
    asks: [{ query: '{ posts { status } }', data: { posts: [{ status: 'new' }] }, asked: ['old', 'new'] }],
  },
  {
    id: 'B43',
    title: 'progressive @override by percent: never at 0, always at 100',
    agencies: {
      ...agencies('from: "old", label: "percent(100)"'),
      never: {
        sdl: 'type Post @key(fields: "id") { id: ID! staff: Int @override(from: "old", label: "percent(0)") }',
        resolvers: { Post: { staff: () => -1 } },
      },
    },
    asks: [
      {
        query: '{ posts { status staff } }',
        data: { posts: [{ status: 'new', staff: 3 }] },
        asked: ['old', 'new'],
      },
    ],
  },
  {
    id: 'B44',
    title: '@override of a field that another one requires',
    agencies: {
      ...agencies('from: "old"'),
      reports: {
        sdl: 'type Post @key(fields: "id") { id: ID! status: String @external report: String @requires(fields: "status") }',
        resolvers: { Post: { report: ({ status }: { status: string }) => `is ${status}` } },
      },
    },
    asks: [
      {
        query: '{ posts { report } }',
        data: { posts: [{ report: 'is new' }] },
        asked: ['old', 'new', 'reports'],
      },
    ],
  },
];
