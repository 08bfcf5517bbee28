import { parse } from 'graphql';
import type { Backing } from '../../../src/agreement/index.ts';
import { hashSubject, type SubjectKind } from '../../../src/masking/index.ts';
import { createLocalSubgraph, maskOnArrival, type Subgraph } from '../../../src/federation/index.ts';
import { federate, type TestAgency } from './federate.ts';
import { grantBut } from './open-grant.ts';

const MARKS = `
  directive @subject(kind: SubjectKind!) on FIELD_DEFINITION
  enum SubjectKind { PLATE PERSON }`;
const POLICE: TestAgency = {
  sdl: `${MARKS}
    type Query { cars(plate: String): [Car!] plateOf(pseudonym: ID!): String @subject(kind: PLATE) things: [Thing!] }
    interface Thing { id: ID! }
    type Car implements Thing @key(fields: "id") {
      id: ID! plate: String @subject(kind: PLATE) owner: Person road: Road others: [String] @subject(kind: PLATE)
    }
    type Person { name: String @subject(kind: PERSON) }
    type Bus implements Thing { id: ID! plate: String @subject(kind: PLATE) }
    extend type Road @key(fields: "id") { id: ID! cars: [Car!] }`,
  resolvers: {
    Query: {
      cars: (_: unknown, { plate }: { plate?: string }) =>
        CARS.filter((car) => plate === undefined || car.plate === plate),
      plateOf: () => '蒙E12345',
      things: () => [
        { __typename: 'Car', ...CARS[0] },
        { __typename: 'Bus', id: 'b', plate: '蒙E55555' },
      ],
    },
    Road: { cars: () => CARS },
  },
};
const ROADS: TestAgency = {
  sdl: 'type Query { roads: [Road!] } type Road @key(fields: "id") { id: ID! name: String }',
  resolvers: {
    Query: {
      roads: () => [
        { id: 'r1', name: 'G10' },
        { id: 'r2', name: 'S201' },
      ],
    },
    Road: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'G10' }) },
  },
};
const CARS = [
  { id: '1', plate: '蒙E12345', owner: { name: '王小明' }, road: { id: 'r1' }, others: ['蒙E11111', null] },
  { id: '2', plate: '蒙E67890', owner: null, road: null, others: null },
  { id: '3', plate: null, owner: { name: '王小明' }, road: null, others: [] },
];
const KEY = Buffer.alloc(32, 5);
const hash = (kind: SubjectKind, value: unknown): string | null => hashSubject(KEY, kind, value);
/** As they are compared, in one order. */
const inOrder = (told: Iterable<string | null>): readonly string[] => [...told].map(String).toSorted();
const plates = (...values: readonly string[]): readonly string[] =>
  inOrder(values.map((value) => hash('PLATE', value)));
const INPUTS: ReadonlyMap<string, readonly Backing[]> = new Map([
  ['Query.cars(plate:)', [{ coordinate: 'Car.plate', use: 'match' }]],
  ['Query.plateOf(pseudonym:)', [{ coordinate: 'Car.plate', use: 'match' }]],
]);

function open(replace: Record<string, (original: Subgraph) => Subgraph> = {}) {
  const { ask } = federate({ police: POLICE, roads: ROADS }, { hashSubject: hash, inputs: INPUTS, replace });
  return async (query: string, grant = grantBut()): Promise<Record<string, readonly unknown[]>> => {
    const { subjects, data } = await ask(query, {}, grant);
    expect(data).not.toBeNull();
    return Object.fromEntries([...subjects].map(([name, told]) => [name, inOrder(told)]));
  };
}

describe('Whom an answer tells about', () => {
  const BOTH = plates('蒙E12345', '蒙E67890');

  it.each([
    ['by name', '{ cars { plate } }'],
    ['under aliases, twice', '{ a: cars { plate } b: cars { id: id p: plate } }'],
    ['in fragments', '{ cars { ...F ... on Car { plate } } } fragment F on Car { p: plate }'],
    ['through a join', '{ roads { name cars { plate } } }'],
  ])('is hashed %s', async (_, query) => {
    expect(await open()(query)).toEqual({ police: BOTH });
  });

  it('is hashed behind an interface, by the type that is there', async () => {
    const expected = plates('蒙E12345', '蒙E55555');
    expect(await open()('{ things { ... on Car { plate } ... on Bus { plate } } }')).toEqual({
      police: expected,
    });
  });

  it('is hashed in lists, and in objects below', async () => {
    const expected = inOrder([...plates('蒙E11111'), hash('PERSON', '王小明')]);
    expect(await open()('{ cars { others owner { name } } }')).toEqual({ police: expected });
  });

  it('is hashed before it is masked', async () => {
    const masked = grantBut({ 'Car.plate': { fn: 'plate.region' } });
    const redacted = grantBut({ 'Car.plate': { fn: 'redact' } });
    for (const grant of [masked, redacted])
      expect(await open()('{ cars { plate } }', grant)).toEqual({ police: BOTH });
  });

  it('is hashed where it was only looked for, found or not', async () => {
    expect(await open()('{ cars(plate: "蒙E00000") { id } }')).toEqual({ police: plates('蒙E00000') });
    expect(await open()('query ($p: String = "蒙E00000") { cars(plate: $p) { id } }')).toEqual({
      police: plates('蒙E00000'),
    });
  });

  it('is hashed by its value, and not by a pseudonym that it is opened by as well', async () => {
    expect(await open()('{ plateOf(pseudonym: "x7") }')).toEqual({ police: plates('蒙E12345') });
  });

  it('is nobody where no such field was asked for, or it is denied', async () => {
    expect(await open()('{ cars { id } roads { name } }')).toEqual({});
    expect(await open()('{ cars { id plate } }', grantBut({ 'Car.plate': 'deny' }))).toEqual({});
  });

  it('is told once though two steps of a plan ask the same', async () => {
    expect(await open()('{ a: cars { plate } b: cars { plate } }')).toEqual({ police: BOTH });
  });

  it('is what our own gateway hashes, where the agency is a foreign one', async () => {
    const foreign = (original: Subgraph): Subgraph =>
      maskOnArrival(
        {
          name: original.name,
          execute: async (request) => {
            const { data } = await original.execute({
              ...request,
              caller: { ...request.caller, grant: grantBut() },
            });
            return { data, subjects: new Set(['s1_0000000000000000000000']) };
          },
        },
        parse(
          `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) ${POLICE.sdl}`,
        ),
        {
          inputs: INPUTS,
          hashSubject: hash,
          maskKeysFor: () => ({ tokenKey: () => KEY }),
          onFault: (_id, error) => {
            throw error;
          },
        },
      );
    const masked = grantBut({ 'Car.plate': { fn: 'plate.region' } });
    expect(await open({ police: foreign })('{ cars { plate } }', masked)).toEqual({ police: BOTH });
  });
});

it('A schema that marks subjects is not served without a key for them', () => {
  expect(() =>
    createLocalSubgraph({
      name: 'police',
      document: parse(`extend schema @link(url: "https://x.example/f", import: ["@key"]) ${POLICE.sdl}`),
      resolvers: {},
      inputs: new Map(),
      openContext: () => ({ context: {}, close: () => undefined }),
      maskKeysFor: () => ({ tokenKey: () => KEY }),
      onFault: () => undefined,
    }),
  ).toThrow(/marks subjects, and there is no key/);
});
