import type { Scenario } from '../scenario.ts';

function ledger(): Scenario['agencies'] {
  const log: string[] = [];
  const note = (text: string) => {
    log.push(text);
    return { id: 'l1', entries: log.join(' ') };
  };
  return {
    a: {
      sdl: 'type Query { log: Log } type Mutation { open(name: String!): Log breakA: Log! } type Log @key(fields: "id") { id: ID! entries: String @shareable }',
      resolvers: {
        Query: { log: () => ({ id: 'l1', entries: log.join(' ') }) },
        Mutation: {
          open: (_root: unknown, { name }: { name: string }) => note(`a:${name}`),
          breakA: () => {
            throw new Error('secret');
          },
        },
      },
    },
    b: {
      sdl: 'type Mutation { close(name: String!): Log } type Log @key(fields: "id") { id: ID! entries: String @shareable seen: Boolean }',
      resolvers: {
        Mutation: { close: (_root: unknown, { name }: { name: string }) => note(`b:${name}`) },
        Log: { seen: () => true },
      },
    },
  };
}

export const MUTATIONS: readonly Scenario[] = [
  {
    id: 'B90',
    title: 'mutations of several agencies run one after another, in the client’s order',
    agencies: ledger(),
    asks: [
      {
        query:
          'mutation { one: open(name: "1") { entries } close(name: "2") { seen } three: open(name: "3") { entries seen } }',
        data: {
          one: { entries: 'a:1' },
          close: { seen: true },
          three: { entries: 'a:1 b:2 a:3', seen: true },
        },
      },
      { query: '{ log { entries } }', data: { log: { entries: 'a:1 b:2 a:3' } } },
    ],
  },
  {
    id: 'B91',
    title: 'a mutation that fails is not run again; what may not be null empties the answer',
    agencies: ledger(),
    asks: [
      {
        query: 'mutation { open(name: "1") { id } breakA { id } }',
        data: null,
        errors: ['breakA: SUBGRAPH_FAULT'],
      },
      { query: '{ log { entries } }', data: { log: { entries: 'a:1' } } },
    ],
  },
];
