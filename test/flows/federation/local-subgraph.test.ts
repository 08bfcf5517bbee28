import { parse } from 'graphql';
import { LukouError } from '../../../src/base/index.ts';
import { createLocalSubgraph, type LocalSubgraphOptions } from '../../../src/federation/index.ts';
import type { Grant } from '../../../src/agreement/index.ts';
import { expectRefused } from './expect-refused.ts';
import { grantBut } from './open-grant.ts';

const SDL = `
  type Query { cars: [Car!] car(plate: String!): Car }
  type Car @key(fields: "id") @key(fields: "maker { code } serial") {
    id: ID! plate: String owner: String maker: Maker! serial: Int!
  }
  type Maker @key(fields: "code") { code: ID! name: String }
  extend type Road @key(fields: "id") { id: ID! cars: [Car!] }
`;
const CARS = [
  { id: '1', plate: '蒙E12345', owner: 'Ann', maker: { code: 'm1' }, serial: 10 },
  { id: '2', plate: '蒙E67890', owner: 'Bob', maker: { code: 'm1' }, serial: 11 },
];

function open(options: Partial<LocalSubgraphOptions> = {}) {
  const events: string[] = [];
  const faults: unknown[] = [];
  const subgraph = createLocalSubgraph({
    name: 'police',
    document: parse(SDL),
    resolvers: {
      Query: { cars: () => CARS, car: () => CARS[0] },
      Car: { __resolveReference: ({ id }: { id: string }) => CARS.find((car) => car.id === id) ?? null },
      Road: { cars: () => CARS },
    },
    inputs: new Map(),
    openContext: () => {
      events.push('opened');
      return { context: {}, close: () => void events.push('closed') };
    },
    maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32, 1) }),
    onFault: (_requestId, error) => void faults.push(error),
    ...options,
  });
  const ask = (
    operation: string,
    grant: Grant = grantBut(),
    variables: Record<string, unknown> = {},
    signal = AbortSignal.timeout(10_000),
  ) =>
    subgraph.execute({
      operation,
      variables,
      caller: { grant, requestId: 'r', nowMs: 0 },
      signal,
      isMutation: false,
    });
  return { subgraph, ask, events, faults };
}

const ENTITIES = 'query ($representations: [_Any!]!) { _entities(representations: $representations) ';

describe('an agency in this process', () => {
  it('answers references by type, null for what it does not know, in the order asked', async () => {
    const { ask } = open();
    const representations = [
      { __typename: 'Road', id: 'r1' },
      { __typename: 'Car', id: '2' },
      { __typename: 'Car', id: '9' },
    ];
    const query = `${ENTITIES} { ... on Car { a: owner } ... on Road { b: id cars { c: owner } } } }`;
    const expected = [
      { __typename: 'Road', b: 'r1', cars: [{ c: 'Ann' }, { c: 'Bob' }] },
      { __typename: 'Car', a: 'Bob' },
      null,
    ];
    for (const turn of ['interpreted', 'compiled']) {
      expect({ turn, ...(await ask(query, grantBut(), { representations })) }).toEqual({
        turn,
        data: { _entities: expected },
        isExact: true,
      });
    }
  });

  it('says what its schema is', async () => {
    const { data } = await open().ask('{ _service { sdl } }');
    expect(JSON.stringify(data)).toContain('type Car @key');
  });

  it('refuses resolvers for what its schema does not have, classified fields among it', () => {
    expectRefused(
      () => open({ resolvers: { Car: { colour: () => 'red' } } }),
      'SCHEMA_INVALID',
      /Car\.colour/,
    );
    const document = parse(`directive @classified(reason: String!) on FIELD_DEFINITION
      type Query { open: Int secret: Int @classified(reason: "x") }`);
    expectRefused(
      () => open({ document, resolvers: { Query: { secret: () => 1 } } }),
      'SCHEMA_INVALID',
      /secret/,
    );
  });
});

describe('the agency’s edge', () => {
  it.each([
    ['a field', '{ cars { owner } }'],
    ['an alias', '{ cars { id: owner } }'],
    ['a fragment', '{ cars { ...F } } fragment F on Car { ... on Car { x: owner } }'],
    ['a reference', `${ENTITIES} { ... on Car { x: owner } } }`],
    ['a nested list of another type', `${ENTITIES} { ... on Road { cars { owner } } } }`],
  ])('refuses a denied coordinate behind %s, and opens no session for it', async (_case, query) => {
    const { ask, events, faults } = open();
    const grant = grantBut({ 'Car.owner': 'deny' });
    const variables = { representations: [{ __typename: 'Car', id: '1' }] };
    const answer = await ask(query, grant, variables);
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'SUBGRAPH_REFUSED' } }] });
    expect(events).toEqual([]);
    expect(String(faults[0])).toContain('Car.owner');
    // Positive control: the same operation under a grant that opens it.
    expect((await ask(query, grantBut(), variables)).errors).toBeUndefined();
  });

  it('refuses what its schema does not know', async () => {
    expect(await open().ask('{ cars { colour } }')).toMatchObject({
      errors: [{ extensions: { code: 'SUBGRAPH_REFUSED' } }],
    });
    expect(await open().ask('not an operation {')).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'SUBGRAPH_FAULT' } }],
    });
  });

  it('gives key fields to the gateway under their own names, and only so', async () => {
    const { ask } = open();
    const grant = grantBut({ 'Car.id': 'deny', 'Maker.code': 'deny', 'Car.maker': 'deny' });
    expect((await ask('{ cars { __typename id maker { code } } }', grant)).errors).toBeUndefined();
    expect((await ask('{ cars { x: id } }', grant)).errors).toBeDefined();
    expect((await ask('{ cars { maker { name: code } } }', grant)).errors).toBeDefined();
  });

  it('decides for each grant anew, whoever asked the same operation before', async () => {
    const { ask } = open();
    const query = '{ cars { owner } }';
    for (let round = 0; round < 3; round++) {
      expect((await ask(query, grantBut())).errors).toBeUndefined();
      expect((await ask(query, grantBut({ 'Car.owner': 'deny' }))).data).toBeNull();
    }
  });
});

describe('an operation’s context', () => {
  it('is opened once for its caller and closed after it, faults included', async () => {
    const { ask, events } = open();
    await ask('{ cars { id } }');
    expect(events).toEqual(['opened', 'closed']);
    const failing = open({ resolvers: { Query: { cars: () => Promise.reject(new Error('secret')) } } });
    await failing.ask('{ cars { id } }');
    expect(failing.events).toEqual(['opened', 'closed']);
  });

  it.each([
    ['its asker gives up', undefined],
    ['its own time is over', { fetchTimeoutMs: 20 }],
  ])('ends once %s, as one fault whatever was left', async (_when, limits) => {
    const asker = new AbortController();
    const { ask, faults, events } = open({
      ...(limits && { limits }),
      openContext: (_caller, ending) => ({
        context: new Promise<never>((_resolve, reject) => {
          ending.signal.addEventListener('abort', () => reject(new Error('stopped')));
          if (limits === undefined) asker.abort();
        }),
        close: () => void events.push('closed'),
      }),
      resolvers: {
        Query: { cars: () => CARS },
        Car: { owner: (_car: unknown, _args: unknown, stopped: unknown) => stopped },
      },
    });
    const { data, errors } = await ask('{ cars { owner } }', grantBut(), {}, asker.signal);
    expect([data, errors]).toEqual([
      null,
      [expect.objectContaining({ extensions: { code: 'SUBGRAPH_FAULT' } })],
    ]);
    expect(faults.map(String)).toEqual([expect.stringContaining('police stopped')]);
    expect(events).toEqual(['closed']);
  });

  it('asks for no signal of an operation that has nothing to stop', async () => {
    const subgraph = open().subgraph;
    const request = {
      operation: '{ cars { id } }',
      variables: {},
      caller: { grant: grantBut(), requestId: 'r', nowMs: 0 },
      get signal(): AbortSignal {
        throw new Error('A signal was made.');
      },
      isMutation: false,
    };
    expect(await subgraph.execute(request)).toMatchObject({ data: { cars: [{ id: '1' }, { id: '2' }] } });
  });

  it('that cannot be opened or closed is a fault, and no data leaves', async () => {
    const cannot = () => {
      throw new Error('no connection to 10.0.0.1');
    };
    for (const openContext of [cannot, () => ({ context: {}, close: cannot })]) {
      const { ask, faults } = open({ openContext });
      expect(await ask('{ cars { id } }')).toEqual({
        data: null,
        errors: [
          {
            message: expect.not.stringContaining('10.0.0.1') as string,
            extensions: { code: 'SUBGRAPH_FAULT' },
          },
        ],
      });
      expect(String(faults[0])).toContain('no connection');
    }
  });
});

describe('errors of resolvers', () => {
  const throwing = (error: Error) =>
    open({
      resolvers: {
        Query: { cars: () => CARS },
        Car: {
          owner: () => {
            throw error;
          },
        },
      },
    });

  it('pass as their public code and text where they are refusals', async () => {
    const { ask, faults } = throwing(new LukouError('ARGUMENT_INVALID', 'row 4711'));
    for (let turn = 0; turn < 3; turn++) {
      const { data, errors } = await ask('{ cars { x: owner } }');
      expect(data).toEqual({ cars: [{ x: null }, { x: null }] });
      expect(errors).toEqual(
        [0, 1].map((row) => ({
          message: 'An argument is out of its range.',
          path: ['cars', row, 'x'],
          extensions: { code: 'ARGUMENT_INVALID' },
        })),
      );
    }
    expect(faults).toEqual([]);
  });

  it('become SUBGRAPH_FAULT otherwise, and operators are told the cause', async () => {
    const cause = new Error('select secret from people where id = 4711');
    const { ask, faults } = throwing(cause);
    for (let turn = 0; turn < 2; turn++) {
      const answer = await ask('{ cars { x: owner } }');
      expect(JSON.stringify(answer)).not.toMatch(/secret|4711/);
      expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'SUBGRAPH_FAULT' },
        { code: 'SUBGRAPH_FAULT' },
      ]);
    }
    expect(faults).toEqual([cause, cause, cause, cause]);
  });
});

describe('operations that graphql-jit would compile without end', () => {
  it('are run by graphql-js: a variable whose type holds itself', async () => {
    const find = (_root: unknown, { match }: { match: { not: { depth: number } } }) => match.not.depth;
    const { ask } = open({
      document: parse('type Query { find(match: Match): Int } input Match { not: Match, depth: Int = 7 }'),
      resolvers: { Query: { find } },
    });
    for (let turn = 0; turn < 3; turn++) {
      const answer = await ask('query ($m: Match) { find(match: $m) }', grantBut(), { m: { not: {} } });
      expect(answer).toEqual({ data: { find: 7 }, isExact: true });
    }
  });

  it('are run by graphql-js: an interface of thirty implementers, twelve levels deep', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `Node${n}`);
    const types = names.map((name) => `type ${name} implements Node { id: ID child: Node }`);
    const row = { __typename: 'Node7', id: 'x', child: null as unknown };
    row.child = row;
    const { ask } = open({
      document: parse(`type Query { node: Node } interface Node { id: ID child: Node } ${types.join(' ')}`),
      resolvers: { Query: { node: () => row } },
    });
    const query = `{ node { ${'id child { '.repeat(12)} id ${'} '.repeat(12)} } }`;
    const startedMs = performance.now();
    for (let turn = 0; turn < 3; turn++) {
      const answer = await ask(query, grantBut({ 'Node7.id': { fn: 'redact' } }));
      expect(answer.errors).toBeUndefined();
      expect(JSON.stringify(answer.data)).not.toContain('"x"');
    }
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
