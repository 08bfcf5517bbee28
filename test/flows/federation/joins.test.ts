import { federate, type TestAgency } from './federate.ts';
import { listErrors } from './listed-errors.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

describe('joining agencies', () => {
  it('answers one operation from both, in the client’s own order and names', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const answer = await ask(`{
      rows: segments(first: 3) { count: passageCount name passages(first: 1) { plateNo segment { name } } id }
    }`);
    expect(JSON.stringify(answer.data)).toBe(
      JSON.stringify({
        rows: [
          {
            count: 2,
            name: 'G10 east',
            passages: [{ plateNo: '蒙E12345', segment: { name: 'G10 east' } }],
            id: 's1',
          },
          { count: 0, name: 'G10 west', passages: [], id: 's2' },
          {
            count: 1,
            name: 'S201',
            passages: [{ plateNo: '黑A6F888', segment: { name: 'S201' } }],
            id: 's3',
          },
        ],
      }),
    );
    expect(answer.errors).toEqual([]);
    expect(answer.rows).toBe(7);
    expect(answer.fetches.map(({ subgraph, failed }) => [subgraph, failed])).toEqual([
      ['traffic', false],
      ['police', false],
      ['traffic', false],
    ]);
  });

  it('asks once for an entity that stands in many places, and gives each place its own', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    const query =
      '{ divisions { station { segment { name division { code } } } } segments { division { station { name } } } }';
    const { data } = await ask(query);
    expect(data).toEqual({
      divisions: [
        { station: { segment: { name: 'G10 east', division: { code: '150700' } } } },
        { station: { segment: { name: 'G10 east', division: { code: '150700' } } } },
      ],
      segments: [
        { division: { station: { name: 'station 150700' } } },
        { division: { station: { name: 'station 150700' } } },
      ],
    });
    for (const { variables } of asked) {
      for (const representations of Object.values(variables)) {
        const texts = (representations as unknown[]).map((each) => JSON.stringify(each));
        expect(new Set(texts).size).toBe(texts.length);
      }
    }
    const { divisions } = data as { divisions: { station: { segment: object } }[] };
    expect(divisions[0]?.station.segment).not.toBe(divisions[1]?.station.segment);
  });

  it('asks an agency nothing where there is nothing to ask about', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    const answer = await ask('{ segment(id: "unknown") { name passageCount } }');
    expect(answer).toMatchObject({ data: { segment: null }, errors: [], rows: 0 });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['traffic']);
  });

  it('takes an entity that an agency does not know as null, without an error', async () => {
    const police = ROAD_AGENCIES.police;
    const resolvers = { ...police.resolvers, Division: { __resolveReference: () => null } };
    const { ask } = federate({ ...ROAD_AGENCIES, police: { ...police, resolvers } });
    const answer = await ask('{ divisions { name station { name } } }');
    expect(answer.data).toEqual({
      divisions: [
        { name: 'division 150700', station: null },
        { name: 'division 150724', station: null },
      ],
    });
    expect(answer.errors).toEqual([]);
  });

  it('answers the same the second time, when agencies run compiled operations', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const query = 'query ($n: Int) { segments(first: $n) { id passageCount division { station { name } } } }';
    const first = await ask(query, { n: 3 });
    const second = await ask(query, { n: 3 });
    expect(JSON.stringify(second.data)).toBe(JSON.stringify(first.data));
  });
});

describe('what schemas may say about joins', () => {
  it('a nested key, a key of several fields, and a key that only another agency can turn', async () => {
    const { ask } = federate({
      register: {
        sdl: `
          type Query { person: Person }
          type Person @key(fields: "id") @key(fields: "office { code } number") {
            id: ID! number: Int! office: Office!
          }
          type Office @key(fields: "code") { code: ID! }
        `,
        resolvers: { Query: { person: () => ({ id: 'p1', number: 7, office: { code: 'o9' } }) } },
      },
      archive: {
        sdl: `
          type Person @key(fields: "office { code } number") { number: Int! @shareable office: Office! @shareable file: String }
          type Office @key(fields: "code") { code: ID! }
        `,
        resolvers: {
          Person: {
            file: ({ office, number }: { office: { code: string }; number: number }) =>
              `${office.code}/${number}`,
          },
        },
      },
      court: {
        sdl: 'type Person @key(fields: "id") { id: ID! cases: Int }',
        resolvers: { Person: { cases: ({ id }: { id: string }) => id.length } },
      },
    });
    expect((await ask('{ person { file cases } }')).data).toEqual({ person: { file: 'o9/7', cases: 2 } });
  });

  const parcels: Readonly<Record<string, TestAgency>> = {
    shop: {
      sdl: `
        type Query { parcels: [Parcel!] }
        type Parcel @key(fields: "id") { id: ID! weight: Int size: Size }
        type Size { height: Int depth: Int }
      `,
      resolvers: {
        Query: {
          parcels: () => [
            { id: '1', weight: 5, size: { height: 2, depth: 3 } },
            { id: '2', weight: null, size: null },
          ],
        },
      },
    },
    carrier: {
      sdl: `
        type Parcel @key(fields: "id") {
          id: ID! weight: Int @external size: Size @external
          price: Int @requires(fields: "weight size { height }")
        }
        type Size { height: Int @external }
      `,
      resolvers: {
        Parcel: {
          price: ({ weight, size }: { weight: number | null; size: { height: number } | null }) =>
            weight === null ? -1 : weight * (size?.height ?? 0),
        },
      },
    },
  };

  it('@requires: what one agency computes from another’s fields, nulls included', async () => {
    const { ask, asked } = federate(parcels);
    expect((await ask('{ parcels { price } }')).data).toEqual({ parcels: [{ price: 10 }, { price: -1 }] });
    expect(asked.at(-1)?.variables['representations']).toEqual([
      { __typename: 'Parcel', id: '1', weight: 5, size: { height: 2 } },
      { __typename: 'Parcel', id: '2', weight: null, size: null },
    ]);
  });

  it('@override: a field that has moved is asked of its new agency', async () => {
    const { ask, asked } = federate({
      old: {
        sdl: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Int }',
        resolvers: { Query: { item: () => ({ id: '1', price: 1 }) } },
      },
      fresh: {
        sdl: 'type Item @key(fields: "id") { id: ID! price: Int @override(from: "old") }',
        resolvers: { Item: { price: () => 2 } },
      },
    });
    expect((await ask('{ item { price } }')).data).toEqual({ item: { price: 2 } });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['old', 'fresh']);
  });

  it('@provides: a field that comes along with another agency’s answer is not asked for again', async () => {
    const { ask, asked } = federate({
      list: {
        sdl: 'type Query { top: [Item] @provides(fields: "name") } type Item @key(fields: "id") { id: ID! name: String @external }',
        resolvers: { Query: { top: () => [{ id: '1', name: 'provided' }] } },
      },
      names: {
        sdl: 'type Item @key(fields: "id") { id: ID! name: String @shareable }',
        resolvers: { Item: { name: () => 'asked' } },
      },
    });
    expect((await ask('{ top { name } }')).data).toEqual({ top: [{ name: 'provided' }] });
    expect(asked).toHaveLength(1);
  });

  it('@shareable root fields: lists of two agencies merge by their places', async () => {
    const { ask, asked } = federate({
      left: {
        sdl: 'type Query { both: [Pair] @shareable } type Pair { left: Int }',
        resolvers: { Query: { both: () => [{ left: 1 }, null, { left: 3 }] } },
      },
      right: {
        sdl: 'type Query { both: [Pair] @shareable } type Pair { right: Int }',
        resolvers: { Query: { both: () => [{ right: 10 }, null, { right: 30 }] } },
      },
    });
    expect((await ask('{ both { left right } }')).data).toEqual({
      both: [{ left: 1, right: 10 }, null, { left: 3, right: 30 }],
    });
    expect(asked).toHaveLength(2);
  });

  it('mutations run in the client’s order, whichever agency each belongs to', async () => {
    const done: string[] = [];
    const note =
      (name: string) =>
      (_root: unknown, { n }: { n: number }) => {
        done.push(`${name}${n}`);
        return n;
      };
    const { ask } = federate({
      a: {
        sdl: 'type Query { x: Int } type Mutation { a(n: Int!): Int }',
        resolvers: { Mutation: { a: note('a') } },
      },
      b: {
        sdl: 'type Query { y: Int } type Mutation { b(n: Int!): Int }',
        resolvers: { Mutation: { b: note('b') } },
      },
    });
    const answer = await ask('mutation { p: a(n: 1) q: b(n: 2) r: a(n: 3) s: b(n: 4) }');
    expect(JSON.stringify(answer.data)).toBe('{"p":1,"q":2,"r":3,"s":4}');
    expect(done).toEqual(['a1', 'b2', 'a3', 'b4']);
  });

  it('@inaccessible: clients cannot ask for it, and a value that is hidden becomes null with an error', async () => {
    const { ask } = federate({
      a: {
        sdl: `
          type Query { items: [Item!] }
          type Item { kind: Kind secret: Int @inaccessible }
          enum Kind { OPEN HIDDEN @inaccessible }
        `,
        resolvers: { Query: { items: () => [{ kind: 'OPEN' }, { kind: 'HIDDEN' }] } },
      },
    });
    const answer = await ask('{ items { kind } }');
    expect(answer.data).toEqual({ items: [{ kind: 'OPEN' }, { kind: null }] });
    expect(listErrors(answer)).toEqual(['items.1.kind: SUBGRAPH_FAULT']);
    expect(() => ask('{ items { secret } }')).toThrow(/Cannot query field/);
  });
});
