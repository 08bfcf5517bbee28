import { federate } from './federate.ts';
import { listErrors } from './listed-errors.ts';
import { grantBut } from './open-grant.ts';

const book = (id: string) => ({ __typename: 'Book', id, title: `book ${id}`, pages: Number(id) * 100 });
const film = (id: string) => ({ __typename: 'Film', id, title: `film ${id}`, minutes: Number(id) * 30 });
const WORKS = [book('1'), film('2'), null, book('3')];
const find = ({ id }: { readonly id: string }) => WORKS.find((work) => work?.id === id) ?? null;

const AGENCIES = {
  library: {
    sdl: `
      type Query { works: [Work] results: [Result!] }
      interface Work @key(fields: "id") { id: ID! title: String }
      type Book implements Work @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Work @key(fields: "id") { id: ID! title: String minutes: Int }
      type Person { name: String }
      union Result = Book | Film | Person
    `,
    resolvers: {
      Query: {
        works: () => WORKS,
        results: () => [book('1'), { __typename: 'Person', name: 'Ann' }, film('2')],
      },
      Work: { __resolveReference: find },
      Book: { __resolveReference: find },
      Film: { __resolveReference: find },
    },
  },
  reviews: {
    sdl: `
      type Query { best: [Work] }
      type Work @interfaceObject @key(fields: "id") { id: ID! stars: Int votes: Int }
    `,
    resolvers: {
      Query: { best: () => [{ id: '2' }, { id: '1' }, { id: '9' }] },
      Work: {
        stars: ({ id }: { id: string }) => Number(id),
        votes: ({ id }: { id: string }) => Number(id) * 10,
      },
    },
  },
};

describe('interfaces and unions', () => {
  it('are answered in the client’s order, also below a field that a fragment selects in between', async () => {
    const row = { __typename: 'Book', maker: { name: 'n', city: 'c', size: 1 } };
    const { ask } = federate({
      a: {
        sdl: `
          type Query { row: Row other: Row }
          interface Row { maker: Maker }
          type Book implements Row { maker: Maker }
          type Film implements Row { maker: Maker }
          type Maker { name: String city: String size: Int }
        `,
        resolvers: { Query: { row: () => row, other: () => ({ ...row, __typename: 'Film' }) } },
      },
    });
    const selection = '{ maker { name } ... on Row { ... on Book { maker { city } } } maker { size } }';
    const { data } = await ask(`{ row ${selection} other ${selection} }`);
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        row: { maker: { name: 'n', city: 'c', size: 1 } },
        other: { maker: { name: 'n', size: 1 } },
      }),
    );
  });

  it('are completed by each value’s own type', async () => {
    const { ask } = federate(AGENCIES);
    const answer = await ask(`{
      results { __typename ... on Work { title } ... on Book { pages } ... on Person { called: name } }
      works { ... on Film { minutes kind: __typename } title }
    }`);
    expect(JSON.stringify(answer.data)).toBe(
      JSON.stringify({
        results: [
          { __typename: 'Book', title: 'book 1', pages: 100 },
          { __typename: 'Person', called: 'Ann' },
          { __typename: 'Film', title: 'film 2' },
        ],
        works: [
          { title: 'book 1' },
          { minutes: 60, kind: 'Film', title: 'film 2' },
          null,
          { title: 'book 3' },
        ],
      }),
    );
    expect(answer.errors).toEqual([]);
  });

  it('keep one response key apart that stands for different fields of different types', async () => {
    const { ask } = federate(AGENCIES);
    const query =
      '{ results { ... on Book { is: title } ... on Film { is: title } ... on Person { is: name } } }';
    expect((await ask(query)).data).toEqual({ results: [{ is: 'book 1' }, { is: 'Ann' }, { is: 'film 2' }] });
  });
});

describe('interface objects', () => {
  it('add fields to every implementer', async () => {
    const { ask } = federate(AGENCIES);
    expect((await ask('{ works { title stars } }')).data).toEqual({
      works: [
        { title: 'book 1', stars: 1 },
        { title: 'film 2', stars: 2 },
        null,
        { title: 'book 3', stars: 3 },
      ],
    });
  });

  it('find the type of what they name, and never take the interface for it', async () => {
    const { ask } = federate(AGENCIES);
    const answer = await ask('{ best { __typename stars ... on Book { pages } } }');
    expect(answer.data).toEqual({
      best: [{ __typename: 'Film', stars: 2 }, { __typename: 'Book', stars: 1, pages: 100 }, null],
    });
    expect(listErrors(answer)).toEqual(['best.2: SUBGRAPH_FAULT']);
  });

  it('answer every implementer that was asked for, where the planner joins two questions into one', async () => {
    const { ask } = federate(AGENCIES);
    const answer = await ask('{ best { ... on Film { id stars } ... on Book { number: id votes } } }');
    expect(answer.data).toEqual({ best: [{ id: '2', stars: 2 }, { number: '1', votes: 10 }, null] });
  });

  it('say nothing of a field that failed for a type which it was not asked of', async () => {
    const stars = ({ id }: { id: string }) => {
      if (id === '1') throw new Error('secret');
      return 5;
    };
    const reviews = {
      ...AGENCIES.reviews,
      resolvers: { ...AGENCIES.reviews.resolvers, Work: { ...AGENCIES.reviews.resolvers.Work, stars } },
    };
    const { ask, faults } = federate({ ...AGENCIES, reviews });
    const answer = await ask(
      '{ works { ... on Film { stars } ... on Book { votes } } best { ... on Film { stars } ... on Book { votes } } }',
    );
    expect(answer.data).toMatchObject({ best: [{ stars: 5 }, { votes: 10 }, null] });
    expect(listErrors(answer)).toEqual(['best.2: SUBGRAPH_FAULT']);
    expect(faults.length).toBeGreaterThan(0);
  });
});

describe('decisions about fields of interfaces', () => {
  const grant = grantBut({ 'Film.title': 'deny' });

  it('F1: a fragment on the implementer does not open what is denied there', async () => {
    const { ask, plan } = federate(AGENCIES);
    const query = '{ works { ... on Film { title minutes } ... on Book { title } } }';
    expect((await ask(query, {}, grant)).data).toEqual({
      works: [{ title: 'book 1' }, { title: null, minutes: 60 }, null, { title: 'book 3' }],
    });
    expect(plan(query, {}, grant).denied.map(({ coordinate, path }) => [coordinate, ...path])).toEqual([
      ['Film.title', 'works', 'title'],
    ]);
  });

  it('F2: the interface opens a field only where every implementer does', async () => {
    const { ask, asked, plan } = federate(AGENCIES);
    const query = '{ works { title id } }';
    expect((await ask(query, {}, grant)).data).toEqual({
      works: [{ title: null, id: '1' }, { title: null, id: '2' }, null, { title: null, id: '3' }],
    });
    expect(asked.some(({ operation }) => operation.includes('title'))).toBe(false);
    const { selected } = plan(query, {}, grant);
    expect(selected.map(({ coordinate, decision }) => `${coordinate} ${decision.kind}`)).toEqual([
      'Query.works allow',
      'Book.title allow',
      'Film.title deny',
      'Book.id allow',
      'Film.id allow',
    ]);
  });

  it('a field that is denied through the interface stays null when it is asked by type as well', async () => {
    const { ask } = federate(AGENCIES);
    const answer = await ask('{ works { title ... on Book { title } } }', {}, grant);
    expect(answer.data).toEqual({ works: [{ title: null }, { title: null }, null, { title: null }] });
  });

  it('an interface inside a union is judged for the members of that union alone', async () => {
    const { ask } = federate(AGENCIES);
    const answer = await ask('{ results { ... on Book { ... on Work { title } } } }', {}, grant);
    expect(answer.data).toEqual({ results: [{ title: 'book 1' }, {}, {}] });
  });
});
