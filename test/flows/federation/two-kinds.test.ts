import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'graphql';
import type { Grant } from '../../../src/agreement/index.ts';
import { LukouError } from '../../../src/base/index.ts';
import {
  createLocalSubgraph,
  createRemoteSubgraph,
  maskOnArrival,
  type Subgraph,
  type SubgraphAnswer,
} from '../../../src/federation/index.ts';
import { grantBut } from './open-grant.ts';

const SDL = `
  type Query { cars(first: Int): [Car!] car(id: ID!): Car broken: String slow: String any: [Any] }
  type Mutation { paint(id: ID!, colour: String): Car }
  type Car @key(fields: "id") { id: ID! plate: String owner: Owner broken: String late: String }
  type Owner { name: String! cars: [Car!] }
  union Any = Car | Owner
`;
const CARS = [
  { id: '1', plate: '蒙E12345', owner: { name: 'Ann' } },
  { id: '2', plate: '蒙E67890', owner: null },
];
const fail = (): never => {
  throw new Error('secret: relation cars');
};

function openLocal(): Subgraph {
  return createLocalSubgraph({
    name: 'police',
    document: parse(SDL),
    resolvers: {
      Query: {
        cars: (_root: unknown, { first = 2 }: { first?: number }) => CARS.slice(0, first),
        car: (_root: unknown, { id }: { id: string }) => CARS.find((car) => car.id === id) ?? null,
        broken: fail,
        slow: () => new Promise<string>((resolve) => setTimeout(resolve, 20, 'at last')),
        any: () => [{ __typename: 'Car', ...CARS[0] }, { __typename: 'Owner', name: 'Bob' }, null],
      },
      Mutation: {
        paint: (_root: unknown, { id, colour }: { id: string; colour: string }) => ({ id, plate: colour }),
      },
      Car: {
        __resolveReference: ({ id }: { id: string }) => CARS.find((car) => car.id === id) ?? null,
        broken: fail,
        late: () => Promise.reject(new LukouError('CURSOR_INVALID')),
      },
    },
    inputs: new Map(),
    openContext: () => ({ context: {}, close: () => undefined }),
    maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32, 1) }),
    onFault: () => undefined,
  });
}

type Ask = (operation: string, variables: Record<string, unknown>, grant: Grant) => Promise<SubgraphAnswer>;
interface OpenKind {
  readonly ask: Ask;
  close(): Promise<void>;
}

const asker =
  (subgraph: Subgraph): Ask =>
  (operation, variables, grant) =>
    subgraph.execute({
      operation,
      variables,
      caller: { grant, requestId: 'r', nowMs: 0 },
      signal: new AbortController().signal,
      isMutation: operation.startsWith('mutation'),
    });

/** An agency behind HTTP: it judges by the grant that the test names, where a real one is told by the signed context. */
async function openRemote(wrap: (remote: Subgraph) => Subgraph, grantThere?: Grant): Promise<OpenKind> {
  const ask = asker(openLocal());
  let grantOfCaller = grantBut();
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const answer = await ask(query, variables, grantThere ?? grantOfCaller);
    response.setHeader('content-type', 'application/graphql-response+json');
    response.end(JSON.stringify(answer));
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const remote = createRemoteSubgraph({ name: 'police', url });
  const askHere = asker(wrap(remote));
  return {
    ask(operation, variables, grant) {
      grantOfCaller = grant;
      return askHere(operation, variables, grant);
    },
    async close() {
      await remote.close();
      server.close();
      await once(server, 'close');
    },
  };
}

const KINDS: readonly (readonly [string, () => Promise<OpenKind>])[] = [
  ['in this process', async () => ({ ask: asker(openLocal()), close: async () => undefined })],
  ['elsewhere', () => openRemote((remote) => remote)],
  [
    'foreign',
    () =>
      openRemote(
        (remote) =>
          maskOnArrival(remote, parse(SDL), {
            inputs: new Map(),
            maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32, 1) }),
            onFault: () => undefined,
          }),
        grantBut(),
      ),
  ],
];

const REPRESENTATIONS = [
  { __typename: 'Car', id: '2' },
  { __typename: 'Car', id: '9' },
];
const ENTITIES = 'query($r:[_Any!]!){_entities(representations:$r){...on Car{a:plate}}}';
const OPEN = grantBut();
const MASK = grantBut({ 'Car.plate': { fn: 'plate.region' } });
const DENY = grantBut({ 'Car.plate': 'deny' });

interface Behaviour {
  readonly does: string;
  readonly operation: string;
  readonly variables?: Record<string, unknown>;
  readonly grant?: Grant;
  readonly data: unknown;
  readonly codes?: readonly string[];
}

const BEHAVIOURS: readonly Behaviour[] = [
  {
    does: 'answers fields under aliases',
    operation: '{x:cars{i:id owner{name}}}',
    data: {
      x: [
        { i: '1', owner: { name: 'Ann' } },
        { i: '2', owner: null },
      ],
    },
  },
  {
    does: 'takes variables',
    operation: 'query($n:Int){cars(first:$n){id}}',
    variables: { n: 1 },
    data: { cars: [{ id: '1' }] },
  },
  { does: 'answers null for what it does not know', operation: '{car(id:"9"){id}}', data: { car: null } },
  {
    does: 'answers entities in the order asked',
    operation: ENTITIES,
    variables: { r: REPRESENTATIONS },
    data: { _entities: [{ __typename: 'Car', a: '蒙E67890' }, null] },
  },
  {
    does: 'answers unions by type',
    operation: '{any{...on Car{id} ...on Owner{name}}}',
    data: { any: [{ __typename: 'Car', id: '1' }, { __typename: 'Owner', name: 'Bob' }, null] },
  },
  {
    does: 'changes something',
    operation: 'mutation{paint(id:"1",colour:"red"){plate}}',
    data: { paint: { plate: 'red' } },
  },
  { does: 'takes its time', operation: '{slow}', data: { slow: 'at last' } },
  {
    does: 'masks',
    operation: '{cars{p:plate}}',
    grant: MASK,
    data: { cars: [{ p: '蒙E*****' }, { p: '蒙E*****' }] },
  },
  {
    does: 'masks entities',
    operation: ENTITIES,
    variables: { r: REPRESENTATIONS },
    grant: MASK,
    data: { _entities: [{ __typename: 'Car', a: '蒙E*****' }, null] },
  },
  {
    does: 'refuses what is denied',
    operation: '{cars{plate}}',
    grant: DENY,
    data: null,
    codes: [': SUBGRAPH_REFUSED'],
  },
  {
    does: 'refuses what it does not know',
    operation: '{cars{nothing}}',
    data: null,
    codes: [': SUBGRAPH_REFUSED'],
  },
  {
    does: 'reports a fault at its place, without a word of it',
    operation: '{cars{id broken}}',
    data: {
      cars: [
        { id: '1', broken: null },
        { id: '2', broken: null },
      ],
    },
    codes: ['cars.0.broken: SUBGRAPH_FAULT', 'cars.1.broken: SUBGRAPH_FAULT'],
  },
  {
    does: 'reports a refusal at its place',
    operation: '{car(id:"1"){late}}',
    data: { car: { late: null } },
    codes: ['car.late: CURSOR_INVALID'],
  },
  {
    does: 'reports a fault of the root',
    operation: '{broken}',
    data: { broken: null },
    codes: ['broken: SUBGRAPH_FAULT'],
  },
];

describe.each(KINDS)('an agency %s', (_kind, open) => {
  let kind: OpenKind;
  beforeAll(async () => {
    kind = await open();
  });
  afterAll(() => kind.close());

  it.each(BEHAVIOURS)('$does', async ({ operation, variables = {}, grant = OPEN, data, codes = [] }) => {
    for (let turn = 0; turn < 2; turn++) {
      const answer = await kind.ask(operation, variables, grant);
      expect(JSON.parse(JSON.stringify(answer.data))).toEqual(data);
      const listed = (answer.errors ?? []).map(
        ({ path = [], extensions }) => `${path.join('.')}: ${String(extensions?.['code'])}`,
      );
      expect(listed).toEqual(codes);
      expect(JSON.stringify(answer)).not.toContain('secret');
    }
  });
});
