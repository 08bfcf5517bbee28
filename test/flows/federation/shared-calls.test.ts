import type { SubgraphAnswer } from '../../../src/federation/index.ts';
import { federate } from './federate.ts';
import { runPlan } from './run-plan.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { works: [Work] again: [Work] }
  type Mutation { rename: Work }
  type Work @key(fields: "id") { id: ID! title: String parts: [Part] }
  type Part { name: String size: Int }
`;

const requires = [
  {
    kind: 'InlineFragment',
    typeCondition: 'Work',
    selections: [
      { kind: 'Field', name: '__typename' },
      { kind: 'Field', name: 'id' },
    ],
  },
];
const ROOT = '{_a0:works{__typename id} _a3:again{__typename id}}';
const ENTITIES =
  'query($representations:[_Any!]!){_entities(representations:$representations){...on Work{_a1:parts{_a2:name}}}}';

const fetchRoot = { kind: 'Fetch', serviceName: 'a', operation: ROOT };
const entitiesAt = (place: string, operation = ENTITIES) => ({
  kind: 'Flatten',
  path: [{ Field: place }, '@'],
  node: { kind: 'Fetch', serviceName: 'a', operation, requires },
});

const run = (nodes: readonly unknown[], answers: (turn: number) => SubgraphAnswer) =>
  runPlan({ sdl: SDL, query: '{ works { parts { name } } again { parts { name } } }', nodes, answers });

const work = (id: string) => ({ __typename: 'Work', id });
const named = (...names: string[]) => ({
  data: { _entities: [{ _a1: names.map((name) => ({ _a2: name })) }] },
});
const parallel = (...nodes: readonly unknown[]) => ({ kind: 'Parallel', nodes });

describe('two calls of one operation that ask the same', () => {
  const same = { data: { _a0: [work('1')], _a3: [work('1')] } };

  it('are one call, and both places have the answer', async () => {
    const both = parallel(entitiesAt('_a0'), entitiesAt('_a3'));
    const { asked, data, fetches } = await run([fetchRoot, both], (turn) =>
      turn === 0 ? same : named('wheel'),
    );
    expect([asked.length, fetches]).toEqual([2, 2]);
    expect(data).toEqual({
      works: [{ parts: [{ name: 'wheel' }] }],
      again: [{ parts: [{ name: 'wheel' }] }],
    });
  });

  it('positive control: about other entities they are two calls, each with its own answer', async () => {
    const others = { data: { _a0: [work('1')], _a3: [work('2')] } };
    const both = parallel(entitiesAt('_a0'), entitiesAt('_a3'));
    const { asked, data } = await run(
      [fetchRoot, both],
      (turn) => [others, named('wheel'), named('door')][turn]!,
    );
    expect(asked.length).toBe(3);
    expect(data).toEqual({ works: [{ parts: [{ name: 'wheel' }] }], again: [{ parts: [{ name: 'door' }] }] });
  });

  it('share no object: what a later answer changes in one place stays as it was in the other', async () => {
    const both = parallel(entitiesAt('_a0'), entitiesAt('_a3'));
    const later = entitiesAt('_a0', ENTITIES.replace('on Work{', 'on Work{__typename '));
    const { asked, data } = await run(
      [fetchRoot, both, later],
      (turn) => [same, named('wheel'), named('door')][turn]!,
    );
    expect(asked.length).toBe(3);
    expect(data).toEqual({ works: [{ parts: [{ name: 'door' }] }], again: [{ parts: [{ name: 'wheel' }] }] });
  });

  it('share a failure too: it is told once, and both places say so', async () => {
    const both = parallel(entitiesAt('_a0'), entitiesAt('_a3'));
    const { asked, data } = await run([fetchRoot, both], (turn) =>
      turn === 0 ? same : ('down' as unknown as SubgraphAnswer),
    );
    expect(asked.length).toBe(2);
    expect(data).toEqual({ works: [{ parts: null }], again: [{ parts: null }] });
  });

  it('are never one in an operation that changes something', async () => {
    const mutation = { ...fetchRoot, operation: `mutation${ROOT}`, operationKind: 'mutation' };
    const both = [entitiesAt('_a0'), entitiesAt('_a3')];
    const { asked } = await run([mutation, parallel(...both), ...both], (turn) =>
      turn === 0 ? same : named('wheel'),
    );
    expect(asked.map(({ isMutation }) => isMutation)).toEqual([true, false, false, false, false]);
  });
});

describe('what an agency is told of an operation', () => {
  it('is that it changes something, where it does', async () => {
    const told: boolean[] = [];
    const { ask } = federate(
      {
        a: {
          sdl: SDL.replace(/extend schema.*\n/, ''),
          resolvers: { Mutation: { rename: () => ({ id: '1' }) } },
        },
      },
      {
        replace: {
          a: (original) => ({
            name: 'a',
            execute(request) {
              told.push(request.isMutation);
              return original.execute(request);
            },
          }),
        },
      },
    );
    expect((await ask('mutation { rename { id } }')).data).toEqual({ rename: { id: '1' } });
    await ask('{ works { id } }');
    expect(told).toEqual([true, false]);
  });

  it('ends with the time limit: the signal tells it to stop', async () => {
    const { promise: stopped, resolve } = Promise.withResolvers<unknown>();
    const { ask } = federate(
      { a: { sdl: SDL.replace(/extend schema.*\n/, '') } },
      {
        limits: { fetchTimeoutMs: 20 },
        replace: {
          a: () => ({
            name: 'a',
            execute: ({ signal }) =>
              new Promise((_, reject) => {
                signal.addEventListener('abort', () => {
                  resolve(signal.reason);
                  reject(new Error('stopped'));
                });
              }),
          }),
        },
      },
    );
    expect((await ask('{ works { id } }')).data).toEqual({ works: null });
    expect(await stopped).toMatchObject({ code: 'SUBGRAPH_FAULT' });
  });
});
