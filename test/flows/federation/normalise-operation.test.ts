import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { expectRefused } from './expect-refused.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const { plan } = federate(ROAD_AGENCIES);
const textOf = (...args: Parameters<typeof plan>) => plan(...args).normalised.text;

describe('what reaches the planner', () => {
  it('is in the gateway’s own names, with every argument a variable', () => {
    expect(textOf('{ mine: segment(id: "s1") { id key: name } }')).toBe(
      'query($_v0:ID!){_a0:segment(id:$_v0){_a1:id _a2:name}}',
    );
  });

  it('shares a variable between equal values, and an alias between fields that GraphQL merges', () => {
    const query = `{
      a: segments(first: 1, filter: {division: "1", order: NAME}) { id }
      b: segments(filter: {order: NAME, division: "1"}, first: 1) { id }
      a: segments(filter: {order: NAME, division: "1"}, first: 1) { name }
    }`;
    expect(textOf(query)).toBe(
      'query($_v0:Int!,$_v1:SegmentFilter){' +
        '_a0:segments(first:$_v0,filter:$_v1){_a1:id _a3:name} _a2:segments(filter:$_v1,first:$_v0){_a1:id}}',
    );
  });

  it('lets a nullable variable stay absent where the argument has a default', () => {
    expect(textOf('query ($n: Int) { segments(first: $n) { id } }')).toBe(
      'query($_v0:Int){_a0:segments(first:$_v0){_a1:id}}',
    );
  });

  it('inlines fragments, once where they say the same twice', () => {
    const query = `
      { divisions { ...A ... on Division { name } ...A } }
      fragment A on Division { code ...B }
      fragment B on Division { code }
    `;
    expect(textOf(query)).toBe('query{_a0:divisions{_a1:code _a2:name}}');
  });

  it.each([
    ['{ divisions { code @skip(if: true) name } }', {}, 'query{_a0:divisions{_a1:name}}'],
    ['{ divisions { ... @include(if: false) { code } name } }', {}, 'query{_a0:divisions{_a1:name}}'],
    [
      'query ($s: Boolean!) { divisions { code @skip(if: $s) name } }',
      { s: true },
      'query{_a0:divisions{_a1:name}}',
    ],
    [
      'query ($s: Boolean! = true) { divisions { code @skip(if: $s) name } }',
      {},
      'query{_a0:divisions{_a1:name}}',
    ],
    [
      'query ($s: Boolean!) { divisions { code @include(if: $s) @skip(if: false) } }',
      { s: true },
      'query{_a0:divisions{_a1:code}}',
    ],
    [
      'query ($s: Boolean!) { divisions { code @include(if: $s) } }',
      { s: false },
      'query{_a0:divisions{__typename}}',
    ],
  ])('settles the conditions of %s', (query, variables, text) => {
    expect(textOf(query, variables)).toBe(text);
  });

  it('is nothing where only __typename is asked for', () => {
    expect(textOf('{ __typename again: __typename }')).toBeNull();
  });
});

describe('denied fields', () => {
  it('are gone, and their places known in the client’s names', () => {
    const grant = grantBut({ 'Segment.name': 'deny', 'Segment.passages': 'deny' });
    const query = '{ all: segments { label: name id } one: segment(id: "s1") { passages { plateNo } } }';
    const { normalised, denied, selected } = plan(query, {}, grant);
    expect(normalised.text).toBe('query($_v0:ID!){_a0:segments{_a2:id} _a3:segment(id:$_v0){__typename}}');
    expect(denied.map(({ coordinate, path }) => [coordinate, path.join('.')])).toEqual([
      ['Segment.name', 'all.label'],
      ['Segment.passages', 'one.passages'],
    ]);
    expect(selected.map(({ coordinate, decision }) => `${coordinate} ${decision.kind}`)).toEqual([
      'Query.segments allow',
      'Segment.name deny',
      'Segment.id allow',
      'Query.segment allow',
      'Segment.passages deny',
    ]);
  });

  it('leave nothing to plan where every root field is denied', () => {
    const grant = grantBut({ 'Query.segments': 'deny' });
    expect(textOf('{ segments { id } __typename }', {}, grant)).toBeNull();
  });
});

describe('operations that cannot be meant', () => {
  it('are refused: a document of two operations without a name', () => {
    expectRefused(
      () => plan('query A { divisions { code } } query B { __typename }'),
      'OPERATION_INVALID',
      /operationName/,
    );
  });

  it('are refused: a variable that would be null where the schema forbids it', async () => {
    const { ask } = federate(ROAD_AGENCIES);
    const variables = { n: null };
    await expect(ask('query ($n: Int = 2) { segments(first: $n) { id } }', variables)).rejects.toMatchObject({
      code: 'OPERATION_INVALID',
    });
  });
});
