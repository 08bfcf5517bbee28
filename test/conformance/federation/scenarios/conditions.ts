import type { Scenario } from '../scenario.ts';

const agencies = {
  a: {
    sdl: 'type Query { station: Station tag(text: String = "none", list: [Int!]): String } type Station @key(fields: "id") { id: ID! name: String beds: Int }',
    resolvers: {
      Query: {
        station: () => ({ id: 'st1', name: 'Hailar', beds: 8 }),
        tag: (_root: unknown, { text, list }: { text: string | null; list?: readonly number[] }) =>
          `${text}/${list?.join('+') ?? 'no list'}`,
      },
    },
  },
  b: {
    sdl: 'type Station @key(fields: "id") { id: ID! guests: Int head: Head } type Head { name: String }',
    resolvers: { Station: { guests: () => 5, head: () => ({ name: 'Bao' }) } },
  },
};

const QUERY = `query ($yes: Boolean!, $no: Boolean = false) {
  station { name guests @include(if: $no) ...Beds @skip(if: $yes) ... on Station @include(if: $yes) { head { name @skip(if: $no) } } }
}
fragment Beds on Station { beds }`;

export const CONDITIONS: readonly Scenario[] = [
  {
    id: 'B70',
    title: '@skip and @include on fields and fragments: what is left out is not fetched',
    agencies,
    asks: [
      {
        query: '{ station { name guests @skip(if: true) } }',
        data: { station: { name: 'Hailar' } },
        asked: ['a'],
      },
      {
        query: QUERY,
        variables: { yes: true },
        data: { station: { name: 'Hailar', head: { name: 'Bao' } } },
        asked: ['a', 'b'],
      },
      {
        query: QUERY,
        variables: { yes: false },
        data: { station: { name: 'Hailar', beds: 8 } },
        asked: ['a'],
      },
      {
        query: QUERY,
        variables: { yes: true, no: true },
        data: { station: { name: 'Hailar', guests: 5, head: {} } },
      },
    ],
  },
  {
    id: 'B71',
    title: 'a field that is asked twice stays where one of the two is included',
    agencies,
    asks: [
      {
        query: '{ station { guests @skip(if: true) guests name @include(if: false) ... { name } } }',
        data: { station: { guests: 5, name: 'Hailar' } },
      },
      { query: '{ station @skip(if: true) { name } }', data: {}, asked: [] },
    ],
  },
  {
    id: 'B72',
    title: 'variables: defaults, nulls, values left out, lists of one',
    agencies,
    asks: [
      {
        query:
          'query ($t: String, $u: String = "u", $l: [Int!]) { a: tag b: tag(text: $t) c: tag(text: $u) d: tag(text: null) e: tag(list: 7) f: tag(list: $l) }',
        variables: { l: 3 },
        data: {
          a: 'none/no list',
          b: 'none/no list',
          c: 'u/no list',
          d: 'null/no list',
          e: 'none/7',
          f: 'none/3',
        },
      },
    ],
  },
  {
    id: 'B73',
    title: 'aliases: names of keys, of plans and of the gateway itself are only names',
    agencies,
    asks: [
      {
        query:
          '{ representations: station { id: name __typename: guests _a0: id _entities: beds } _v0: tag(text: "x") }',
        data: {
          representations: { id: 'Hailar', __typename: 5, _a0: 'st1', _entities: 8 },
          _v0: 'x/no list',
        },
      },
    ],
  },
];
