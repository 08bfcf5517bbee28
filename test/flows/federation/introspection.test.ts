import { buildSchema, getIntrospectionQuery } from 'graphql';
import { expectRefused } from './expect-refused.ts';
import { federate } from './federate.ts';
import { grantBut } from './open-grant.ts';
import { ROAD_AGENCIES } from './road-agencies.ts';

const VIEW = buildSchema('type Query { segments: [Segment!] } type Segment { name: String }');

describe('introspection', () => {
  it.each([
    '{ __schema { queryType { name } } }',
    '{ ... on Query { ... { __schema { queryType { name } } } } }',
    '{ a: __type(name: "Segment") { name } }',
    '{ ...F divisions { code } } fragment F on Query { x: __schema { queryType { name } } }',
    'query __schema { __schema { queryType { name } } }',
  ])('G7: is refused where no view is given, however it is hidden: %s', (query) => {
    const { plan } = federate(ROAD_AGENCIES);
    expectRefused(() => plan(query), 'OPERATION_INVALID', /introspection/);
  });

  it('answers from the caller’s own view, beside data, in the client’s order', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES, { introspectionSchema: () => VIEW });
    const { data } = await ask(
      `query ($name: String!) {
        t: __type(name: $name) { ...Fields }
        segments(first: 1) { name }
        hidden: __type(name: "Passage") { name }
        t: __type(name: $name) { kind }
      }
      fragment Fields on __Type { fields { name type { name } } }`,
      { name: 'Segment' },
    );
    expect(JSON.stringify(data)).toBe(
      JSON.stringify({
        t: { fields: [{ name: 'name', type: { name: 'String' } }], kind: 'OBJECT' },
        segments: [{ name: 'G10 east' }],
        hidden: null,
      }),
    );
    expect(asked.map(({ operation }) => operation).join()).not.toContain('__type(');
  });

  it('is a view of the grant at hand', async () => {
    const views: string[] = [];
    const { ask } = federate(ROAD_AGENCIES, {
      introspectionSchema({ digest }) {
        views.push(digest);
        return VIEW;
      },
    });
    const grant = grantBut({ 'Segment.name': 'deny' });
    await ask('{ __schema { queryType { name } } }', {}, grant);
    expect(new Set(views)).toEqual(new Set([grant.digest]));
  });

  it('takes the query that tools send, and refuses one that goes round in circles', async () => {
    const { ask, plan } = federate(ROAD_AGENCIES, { introspectionSchema: () => VIEW });
    expect((await ask(getIntrospectionQuery())).errors).toEqual([]);
    const circle =
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
    expectRefused(() => plan(circle), 'LIMIT_DEPTH', /circles/);
  });

  it('answers __typename by itself, at the root and under any name', async () => {
    const { ask, asked } = federate(ROAD_AGENCIES);
    expect((await ask('{ __typename a: __typename }')).data).toEqual({ __typename: 'Query', a: 'Query' });
    expect(asked).toEqual([]);
  });
});
